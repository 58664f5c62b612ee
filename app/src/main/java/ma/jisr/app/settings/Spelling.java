package ma.jisr.app.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** "Did you mean": the nearest known word within two edits. */
final class Spelling {
  private static final int MAX_EDITS = 2;

  private Spelling() {}

  static Optional<String> nearest(String word, Collection<String> known) {
    return known.stream()
        .filter(k -> edits(word, k) <= MAX_EDITS)
        .min(Comparator.comparingInt((String k) -> edits(word, k)).thenComparing(k -> k));
  }

  /** Levenshtein distance; keys are short. */
  static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
