package ma.jisr.flow;

import ma.jisr.flow.input.Names;
import ma.jisr.flow.operation.Operations;
import ma.jisr.flow.render.Renderer;

/** What the engine is given once and every turn reads. */
record World(
    FlowSet flows,
    Operations operations,
    Renderer renderer,
    FreeText freeText,
    LanguageGuess guess,
    EngineSettings settings,
    Names names) {}
