package ma.jisr.flow.input;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.render.Rendered;

/**
 * An open question as its reader sees it.
 *
 * @param type of value
 * @param bounds of it
 * @param candidates all that can be chosen, on whatever page
 * @param keys of the page shown
 * @param paged whether the candidates take more than the page shown
 * @param now for "tomorrow"
 * @param names as they are compared
 */
public record Question(
    Step.Type type,
    Step.Bounds bounds,
    List<Candidate> candidates,
    List<Rendered.Key> keys,
    boolean paged,
    Instant now,
    Names names) {
  public Question {
    candidates = List.copyOf(candidates);
    keys = List.copyOf(keys);
  }

  /** Something that can be chosen: its id, and its labels and words in all languages. */
  public record Candidate(String id, Collection<String> names) {}
}
