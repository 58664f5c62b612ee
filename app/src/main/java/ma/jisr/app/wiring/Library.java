package ma.jisr.app.wiring;

import java.util.Map;
import ma.jisr.app.review.Knowledge;
import ma.jisr.app.understand.ModelFreeText;
import ma.jisr.flow.FlowSet;
import ma.jisr.flow.lint.Reviews;
import ma.jisr.flow.parse.CommonTexts;
import ma.jisr.flow.render.Renderer;
import ma.jisr.flow.render.Words;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Places;

/**
 * What is read before anything runs, and needs no store: many worlds can share one.
 *
 * @param flows parsed, with the engine's own texts
 * @param reviews by flow id: who has read which text
 * @param renderer with the words of all languages
 * @param knowledge of words, to which operators add
 * @param freeText reads what is neither an answer nor a start word
 */
public record Library(
    FlowSet flows,
    Map<String, Reviews> reviews,
    Renderer renderer,
    Knowledge knowledge,
    ModelFreeText freeText) {
  /** The one that comes with Jisr, on these places. */
  public static Library on(Gazetteer gazetteer) {
    FlowFiles files = FlowFiles.read();
    FlowSet flows = FlowSet.of(files.flows(), CommonTexts.load());
    Knowledge knowledge = Knowledge.of(new Places(gazetteer));
    return new Library(
        flows,
        files.reviews(),
        new Renderer(Words.from(flows.common())),
        knowledge,
        ModelFreeText.on(knowledge));
  }
}
