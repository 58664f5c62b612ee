package ma.jisr.map.place;

import java.util.Arrays;

/**
 * The consonants of a phonetic key that cost one at least when the other key lacks them, in their
 * order; those that are near one another count as one. {@code h} and {@code x}, which are near, the
 * ayn and an article's {@code l} at the beginning cost less, and are left out of the order. A
 * value.
 */
final class Consonants {
  private static final String[] KINDS = {
    "kgrj", "sz", "td", "l", "b", "c", "f", "m", "n", "0", "1", "2", "4", "5", "6", "7", "8", "9",
    "xh"
  };

  /** The last kind is not in the order. */
  private static final int ORDERED = KINDS.length - 1;

  /** By ASCII character, its kind; -1 for vowels and whatever else is cheap. */
  private static final byte[] KIND = kinds();

  private static final String VOWELS = "aeiu";

  private final byte[] order;
  private final int needed;
  private final int there;
  private final boolean beginsWithL;

  private Consonants(byte[] order, int needed, int there, boolean beginsWithL) {
    this.order = order;
    this.needed = needed;
    this.there = there;
    this.beginsWithL = beginsWithL;
  }

  private static byte[] kinds() {
    byte[] kinds = new byte[128];
    Arrays.fill(kinds, (byte) -1);
    for (int kind = 0; kind < KINDS.length; kind++)
      for (char c : KINDS[kind].toCharArray()) kinds[c] = (byte) kind;
    return kinds;
  }

  static Consonants of(String key) {
    byte[] order = new byte[key.length()];
    int length = 0;
    int needed = 0;
    int there = 0;
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      int kind = c < KIND.length ? KIND[c] : -1;
      if (kind < 0) continue;
      there |= 1 << kind;
      if (c == 'h' || (c == 'l' && i == 0)) continue;
      needed |= 1 << kind;
      if (kind < ORDERED) order[length++] = (byte) kind;
    }
    return new Consonants(Arrays.copyOf(order, length), needed, there, key.startsWith("l"));
  }

  /** How many vowels a key has; the ayn is none. */
  static int vowels(String key) {
    int vowels = 0;
    for (int i = 0; i < key.length(); i++) if (VOWELS.indexOf(key.charAt(i)) >= 0) vowels++;
    return vowels;
  }

  /** The kinds of which the other key must have one, or pay for it. */
  int needed() {
    return needed;
  }

  /** The kinds that the key has. */
  int there() {
    return there;
  }

  /**
   * How many consonants have to be changed, added or left out at least; more than {@code most} when
   * it is more than that.
   */
  int apart(Consonants other, int most) {
    // The l that one begins with may be any l of the other.
    int free = beginsWithL || other.beginsWithL ? 1 : 0;
    int rows = order.length;
    int columns = other.order.length;
    if (Math.abs(rows - columns) > most + free) return most + 1;
    int[] row = new int[columns + 1];
    for (int j = 0; j <= columns; j++) row[j] = j;
    for (int i = 1; i <= rows; i++) {
      int corner = row[0];
      row[0] = i;
      int least = i;
      for (int j = 1; j <= columns; j++) {
        int swap = corner + (order[i - 1] == other.order[j - 1] ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(swap, 1 + Math.min(corner, row[j - 1]));
        least = Math.min(least, row[j]);
      }
      if (least > most + free) return most + 1;
    }
    return Math.max(0, row[columns] - free);
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Consonants other
        && Arrays.equals(order, other.order)
        && needed == other.needed
        && there == other.there
        && beginsWithL == other.beginsWithL;
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(order) * 31 + there;
  }
}
