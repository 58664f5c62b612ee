package ma.jisr.base;

/**
 * The check digit of a code after Damm (2004), by which every single wrong digit and every swap of
 * neighbours is noticed.
 */
public final class CheckDigit {
  /** A totally anti-symmetric quasigroup of order 10, after Damm. */
  private static final int[][] TABLE = {
    {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
    {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
    {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
    {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
    {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
    {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
    {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
    {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
    {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
    {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
  };

  private CheckDigit() {}

  /**
   * The digit that belongs behind these.
   *
   * @param digits 0 to 9 only
   */
  public static int of(String digits) {
    int interim = 0;
    for (int i = 0; i < digits.length(); i++) interim = TABLE[interim][digits.charAt(i) - '0'];
    return interim;
  }

  /**
   * Whether the last of some digits is the one that belongs behind the others.
   *
   * @param digits 0 to 9 only
   */
  public static boolean isRight(String digits) {
    return !digits.isEmpty() && of(digits) == 0;
  }
}
