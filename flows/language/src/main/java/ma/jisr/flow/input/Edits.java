package ma.jisr.flow.input;

/** The distance of two words: insertions, deletions, replacements and swaps of neighbours. */
public final class Edits {
  /** Longer words are never taken for one another; bounds the work. */
  private static final int MAX_LENGTH = 64;

  private Edits() {}

  /** Optimal string alignment distance; {@link Integer#MAX_VALUE} for words above 64 characters. */
  public static int between(String a, String b) {
    if (a.length() > MAX_LENGTH || b.length() > MAX_LENGTH) return Integer.MAX_VALUE;
    int[][] d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) d[i][0] = i;
    for (int j = 0; j <= b.length(); j++) d[0][j] = j;
    for (int i = 1; i <= a.length(); i++) {
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
    return d[a.length()][b.length()];
  }

  /** Whether one is the other with a typing mistake: 1 edit from 4 characters on, 2 from 8 on. */
  public static boolean near(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    int allowed = shorter < 4 ? 0 : shorter < 8 ? 1 : 2;
    return Math.abs(a.length() - b.length()) <= allowed && between(a, b) <= allowed;
  }
}
