package ma.jisr.nlp.mask;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which folded words are known, and as what, articles and prepositions grown onto them or not. */
final class Vocabulary {
  private static final List<String> LATIN =
      List.of("dyal", "bel", "fel", "del", "lel", "el", "al", "l", "f", "b", "d", "w", "o");
  private static final List<String> ARABIC =
      List.of("وبال", "وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "د", "ك");

  /** Shorter words are not torn from a prefix. */
  private static final int LEAST_BARE = 3;

  private final Set<String> known = WordLists.known();
  private final Set<String> names = WordLists.of("mask/names.txt");
  private final Set<String> beforeNames = WordLists.of("mask/before-names.txt");
  private final Set<String> toNames = WordLists.of("mask/to-names.txt");

  boolean known(String word) {
    return is(word, known::contains) || beforeNames.contains(word) || toNames.contains(word);
  }

  /** Whether people are called so. */
  boolean name(String word) {
    return is(word, names::contains);
  }

  /** Whether a name stands behind the word. */
  boolean introduces(String word) {
    return beforeNames.contains(word);
  }

  /** Whether who gets what was said before stands behind the word. */
  boolean gives(String word) {
    return toNames.contains(word);
  }

  /** Whether the word, or what is left of it without what grew onto it, is of a kind. */
  static boolean is(String word, Predicate<String> kind) {
    if (kind.test(word)) return true;
    for (String prefix : word.charAt(0) < 128 ? LATIN : ARABIC)
      if (word.length() - prefix.length() >= LEAST_BARE
          && word.startsWith(prefix)
          && kind.test(word.substring(prefix.length()))) return true;
    return false;
  }
}
