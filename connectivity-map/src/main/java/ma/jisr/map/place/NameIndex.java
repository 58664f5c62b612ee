package ma.jisr.map.place;

import java.util.Arrays;
import java.util.List;

/**
 * Phonetic keys with the consonants that each of them has, side by side. Finds the few that are
 * worth an edit distance by counting bits: a consonant that the other key lacks costs at least one,
 * whatever stands in its place (see {@link ma.jisr.base.text.PhoneticDistance}). None that is near
 * enough is missed. Immutable.
 */
final class NameIndex {
  /**
   * Consonants that are near one another count as one; {@code h} and the ayn cost less than one.
   */
  private static final String[] KINDS = {
    "kgrj", "sz", "td", "xh", "l", "b", "c", "f", "m", "n", "0", "1", "2", "4", "5", "6", "7", "8",
    "9"
  };

  /** By ASCII character, the bit of its kind; 0 for vowels and whatever else is cheap. */
  private static final int[] BITS = bits();

  private final String[] keys;
  private final int[] needed;
  private final int[] there;

  NameIndex(List<String> keys) {
    this.keys = keys.toArray(String[]::new);
    this.needed = new int[this.keys.length];
    this.there = new int[this.keys.length];
    for (int i = 0; i < this.keys.length; i++) {
      needed[i] = needed(this.keys[i]);
      there[i] = there(this.keys[i]);
    }
  }

  private static int[] bits() {
    int[] bits = new int[128];
    for (int kind = 0; kind < KINDS.length; kind++)
      for (char c : KINDS[kind].toCharArray()) bits[c] = 1 << kind;
    return bits;
  }

  /**
   * The indexes, rising, of the keys that may lie within a distance of this one, and of those that
   * begin with it.
   *
   * @param key of one sound at least
   * @param share of the longer key's length: the distance
   */
  int[] candidates(String key, double share) {
    int has = there(key);
    int needs = needed(key);
    char first = key.charAt(0);
    int[] found = new int[64];
    int n = 0;
    for (int i = 0; i < keys.length; i++) {
      int lacking = Integer.bitCount(needs & ~there[i]);
      int more = Integer.bitCount(needed[i] & ~has);
      boolean near =
          Math.max(lacking, more) <= share * Math.max(key.length(), keys[i].length()) + 1e-9;
      if (!near && (lacking > 0 || keys[i].charAt(0) != first || !keys[i].startsWith(key)))
        continue;
      if (n == found.length) found = Arrays.copyOf(found, 2 * n);
      found[n++] = i;
    }
    return Arrays.copyOf(found, n);
  }

  /** The kinds of which the other key must have one, or pay for it. */
  private static int needed(String key) {
    int needed = 0;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean cheap = c == 'h' || (c == 'l' && i == 0);
      if (!cheap) needed |= bit(c);
    }
    return needed;
  }

  /** The kinds that the key has. */
  private static int there(String key) {
    int there = 0;
    for (int i = 0; i < key.length(); i++) there |= bit(key.charAt(i));
    return there;
  }

  private static int bit(char c) {
    return c < BITS.length ? BITS[c] : 0;
  }
}
