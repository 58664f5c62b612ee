package ma.jisr.flow;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a free text wants, as far as it tells. Which flow answers a wish is for the engine to know.
 */
public sealed interface Understood {
  /** Nothing at all, and nothing to learn from it. */
  Understood NOTHING = new Nothing(Optional.empty());

  /**
   * A wish.
   *
   * @param intent its label, {@code hotspot.find}; flows name it under {@code start.intents}
   * @param values by type ({@code place}, {@code amount}), each as a person could type it in answer
   */
  record Wish(String intent, Map<String, String> values) {
    public Wish {
      values = Map.copyOf(values);
    }
  }

  /**
   * One wish, with enough probability to go ahead.
   *
   * @param certain with so much that it may overrule what the text is taken for otherwise: an
   *     answer, or a name behind a start word
   */
  record Sure(Wish wish, boolean certain) implements Understood {}

  /**
   * Several wishes may be meant.
   *
   * @param wishes likeliest first
   * @param unresolved what there is to learn when it is none of them; empty where nothing may be
   *     kept
   */
  record Unsure(List<Wish> wishes, Optional<Effect.Unresolved> unresolved) implements Understood {
    public Unsure {
      wishes = List.copyOf(wishes);
    }
  }

  /**
   * Nothing that Jisr is for.
   *
   * @param unresolved what there is to learn of it; empty where nothing may be kept
   */
  record Nothing(Optional<Effect.Unresolved> unresolved) implements Understood {}
}
