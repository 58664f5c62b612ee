package ma.jisr.flow;

import ma.jisr.flow.operation.Operations;

/** What the engine is given once and every turn reads. */
record World(
    FlowSet flows,
    Operations operations,
    ScreenRenderer renderer,
    FreeText freeText,
    LanguageGuess guess,
    EngineSettings settings) {}
