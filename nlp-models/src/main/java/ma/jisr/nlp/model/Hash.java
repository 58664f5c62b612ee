package ma.jisr.nlp.model;

/**
 * 64-bit hashes of letters and of features: what a model knows its features by. FNV-1a over UTF-16
 * units, finished by the mixer of SplitMix64. No secret and no defence: a model's keys are fixed.
 */
final class Hash {
  static final long START = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hash() {}

  /** The hash of a text. */
  static long of(CharSequence text) {
    return of(text, 0, text.length());
  }

  /** The hash of a part of a text; equal parts of different texts hash alike. */
  static long of(CharSequence text, int from, int to) {
    long hash = START;
    for (int i = from; i < to; i++) hash = step(hash, text.charAt(i));
    return mixed(hash);
  }

  /** One more letter, before {@link #mixed}. */
  static long step(long hash, int letter) {
    return (hash ^ letter) * PRIME;
  }

  /** Two hashes as one; the order matters. */
  static long pair(long first, long second) {
    return mixed(first * 31 + Long.rotateLeft(second, 17));
  }

  /** Spreads the bits of a hash, so that its low bits are fit for a table. */
  static long mixed(long hash) {
    long z = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
