package ma.jisr.nlp.model;

import java.util.Arrays;
import java.util.List;

/** The concepts of a message in its order; the longest form wins at each word. */
final class Concepts {
  private static final List<String> ARABIC_PREFIXES =
      List.of("وبال", "وال", "فال", "بال", "كال", "لل", "ال", "و", "ف", "ب", "ل", "د", "ك");

  private static final List<String> LATIN_PREFIXES =
      List.of(
          "dyal", "bel", "fel", "del", "lel", "wel", "bl", "fl", "dl", "wl", "el", "al", "l", "f",
          "b", "d", "w");

  /** What is left under a prefix is at least so long: "l" + "ma", not "l" + "i". */
  private static final int SHORTEST_BARE = 2;

  private static final int USUAL = 16;

  private int[] found = new int[USUAL];
  private boolean[] exact = new boolean[USUAL];
  private int size;
  private int wordsKnown;

  private Concepts() {}

  static Concepts of(Words words, Lexicon lexicon) {
    Concepts concepts = new Concepts();
    for (int at = 0; at < words.size(); ) at += concepts.take(words, at, lexicon);
    return concepts;
  }

  int size() {
    return size;
  }

  int concept(int at) {
    return found[at];
  }

  /** Whether the form was found as it is written, not by its skeleton. */
  boolean exact(int at) {
    return exact[at];
  }

  /** How many words belong to a form. */
  int wordsKnown() {
    return wordsKnown;
  }

  /** How many words the form that begins here has; 1 when none does. */
  private int take(Words words, int at, Lexicon lexicon) {
    int most = Math.min(Lexicon.LONGEST, words.size() - at);
    for (int length = most; length > 0; length--)
      if (add(lexicon.exactly(key(words, at, length)), true, length)) return length;
    if (Masks.isMask(words.word(at))) return 1;
    if (bare(words.word(at), lexicon)) return 1;
    for (int length = most; length > 0; length--)
      if (add(lexicon.nearly(skeletonKey(words, at, length)), false, length)) return length;
    return 1;
  }

  private boolean bare(String word, Lexicon lexicon) {
    boolean arabic = word.charAt(0) >= '\u0620' && word.charAt(0) <= '\u06ff';
    List<String> prefixes = arabic ? ARABIC_PREFIXES : LATIN_PREFIXES;
    for (int i = 0; i < prefixes.size(); i++) {
      int from = prefixes.get(i).length();
      if (word.length() - from < SHORTEST_BARE || !word.startsWith(prefixes.get(i))) continue;
      if (add(lexicon.exactly(Hash.of(word, from, word.length())), true, 1)) return true;
    }
    return false;
  }

  private boolean add(int[] concepts, boolean asWritten, int words) {
    for (int concept : concepts) {
      if (size == found.length) {
        found = Arrays.copyOf(found, size * 2);
        exact = Arrays.copyOf(exact, size * 2);
      }
      found[size] = concept;
      exact[size++] = asWritten;
    }
    if (concepts.length > 0) wordsKnown += words;
    return concepts.length > 0;
  }

  private static long key(Words words, int at, int length) {
    long key = Hash.of(words.word(at));
    for (int i = 1; i < length; i++) key = Hash.pair(key, Hash.of(words.word(at + i)));
    return key;
  }

  private static long skeletonKey(Words words, int at, int length) {
    long key = Hash.of(words.skeleton(at));
    for (int i = 1; i < length; i++) key = Hash.pair(key, Hash.of(words.skeleton(at + i)));
    return key;
  }
}
