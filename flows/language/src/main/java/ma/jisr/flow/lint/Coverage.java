package ma.jisr.flow.lint;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.model.Message;

/**
 * How far the texts of a language have got.
 *
 * @param language of the texts
 * @param counts messages in each state; they add up to all messages
 */
public record Coverage(Language language, Map<Reviews.State, Integer> counts) {
  public Coverage {
    counts = Map.copyOf(counts);
  }

  /**
   * The coverage of a language over these flows.
   *
   * @param reviews by flow id; a flow without has only drafts
   */
  public static Coverage of(
      Language language, Collection<Flow> flows, Map<String, Reviews> reviews) {
    Map<Reviews.State, Integer> counts = new EnumMap<>(Reviews.State.class);
    for (Reviews.State state : Reviews.State.values()) counts.put(state, 0);
    for (Flow flow : flows) {
      Reviews read = reviews.getOrDefault(flow.id(), Reviews.NONE);
      for (Message message : flow.messages().values())
        counts.merge(read.state(message, language), 1, Integer::sum);
    }
    return new Coverage(language, counts);
  }

  /** Messages in a state. */
  public int count(Reviews.State state) {
    return counts.getOrDefault(state, 0);
  }

  @Override
  public String toString() {
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    return "%s: %d of %d translated, %d reviewed, %d draft, %d stale"
        .formatted(
            language.tag(),
            all - count(Reviews.State.MISSING),
            all,
            count(Reviews.State.REVIEWED),
            count(Reviews.State.DRAFT),
            count(Reviews.State.STALE));
  }
}
