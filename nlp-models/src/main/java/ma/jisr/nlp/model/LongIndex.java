package ma.jisr.nlp.model;

/** An immutable map from hashes to their places in an array: open addressing, at most half full. */
final class LongIndex {
  private final long[] keys;
  private final int[] places;
  private final int mask;

  /** The index of distinct keys: the key at i is found as i. */
  LongIndex(long[] distinct) {
    int size = Math.max(4, Integer.highestOneBit(Math.max(1, distinct.length)) * 4);
    keys = new long[size];
    places = new int[size];
    mask = size - 1;
    for (int i = 0; i < distinct.length; i++) {
      int at = (int) distinct[i] & mask;
      while (places[at] != 0) at = (at + 1) & mask;
      keys[at] = distinct[i];
      places[at] = i + 1;
    }
  }

  /** The place of a key, or -1. */
  int of(long key) {
    int at = (int) key & mask;
    while (places[at] != 0) {
      if (keys[at] == key) return places[at] - 1;
      at = (at + 1) & mask;
    }
    return -1;
  }
}
