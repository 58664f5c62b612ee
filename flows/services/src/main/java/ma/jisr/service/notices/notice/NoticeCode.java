package ma.jisr.service.notices.notice;

import ma.jisr.base.CheckDigit;
import ma.jisr.base.DigitCode;

/**
 * The code of a notice, which stands in its text and by which people ask whether it is true: five
 * to eight digits, the first a 5 as in the menu, the last a {@link CheckDigit}. Never given again.
 */
public final class NoticeCode {
  /** Shortest code, digits. */
  public static final int LEAST = 5;

  /** Longest code, digits. */
  public static final int MOST = 8;

  static final String RULE =
      "is not five to eight digits that begin with 5 and end with the right check digit";

  private static final DigitCode FORM = new DigitCode(LEAST, MOST, '5', '5');

  private NoticeCode() {}

  /** Whether digits are a code, taken or not. */
  public static boolean isCode(String digits) {
    return FORM.isCode(digits);
  }

  /** Whether digits have the look of a code, its check digit right or wrong. */
  public static boolean looksLike(String digits) {
    return FORM.looksLike(digits);
  }

  /** A number with its check digit. */
  static String of(long number) {
    return DigitCode.of(number);
  }
}
