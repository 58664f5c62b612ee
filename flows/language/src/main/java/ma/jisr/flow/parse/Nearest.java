package ma.jisr.flow.parse;

import java.util.Collection;
import java.util.Comparator;
import ma.jisr.flow.input.Edits;

/** "Did you mean": the known word nearest to a mistyped one. */
final class Nearest {
  /** Beyond that a suggestion confuses more than it helps. */
  private static final int FARTHEST = 2;

  private Nearest() {}

  /** A sentence that suggests the nearest known word, or lists them all. */
  static String mend(String word, Collection<String> known) {
    return known.stream()
        .filter(k -> Edits.between(word, k) <= FARTHEST)
        .min(Comparator.comparingInt((String k) -> Edits.between(word, k)).thenComparing(k -> k))
        .map(k -> "did you mean " + k + "?")
        .orElseGet(() -> "known: " + String.join(", ", known.stream().sorted().toList()));
  }
}
