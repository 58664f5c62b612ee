package ma.jisr.service.shops;

/**
 * The code of a shop: four to seven digits, the first from 2 to 9, the last a check digit after
 * Damm (2004), by which every wrong digit and every swap of neighbours is noticed. A code of a
 * hotspot begins with 1 and a number of a phone with 0, so that none is taken for another.
 */
public final class ShopCode {
  /** Shortest code, digits. */
  public static final int LEAST = 4;

  /** Longest code, digits. */
  public static final int MOST = 7;

  static final String RULE =
      "is not four to seven digits that begin with 2 to 9 and end with the right check digit";

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

  private ShopCode() {}

  /** Whether digits are a code, taken or not. */
  public static boolean isCode(String digits) {
    int length = digits.length();
    if (length < LEAST || length > MOST) return false;
    if (digits.charAt(0) < '2' || digits.charAt(0) > '9') return false;
    for (int i = 1; i < length; i++)
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') return false;
    return interim(digits) == 0;
  }

  /** A number with its check digit. */
  static String of(long number) {
    String digits = Long.toString(number);
    return digits + interim(digits);
  }

  private static int interim(String digits) {
    int interim = 0;
    for (int i = 0; i < digits.length(); i++) interim = TABLE[interim][digits.charAt(i) - '0'];
    return interim;
  }
}
