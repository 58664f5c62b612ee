package ma.jisr.service.shops;

import ma.jisr.base.CheckDigit;
import ma.jisr.base.DigitCode;

/**
 * The code of a shop: four to seven digits, the first from 2 to 9, the last a {@link CheckDigit},
 * by which every wrong digit and every swap of neighbours is noticed. A code of a hotspot begins
 * with 1 and a number of a phone with 0, so that none is taken for another.
 */
public final class ShopCode {
  /** Shortest code, digits. */
  public static final int LEAST = 4;

  /** Longest code, digits. */
  public static final int MOST = 7;

  static final String RULE =
      "is not four to seven digits that begin with 2 to 9 and end with the right check digit";

  private static final DigitCode FORM = new DigitCode(LEAST, MOST, '2', '9');

  private ShopCode() {}

  /** Whether digits are a code, taken or not. */
  public static boolean isCode(String digits) {
    return FORM.isCode(digits);
  }

  /** A number with its check digit. */
  static String of(long number) {
    return DigitCode.of(number);
  }
}
