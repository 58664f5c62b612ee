package ma.jisr.service.wallet.payee;

import ma.jisr.base.CheckDigit;
import ma.jisr.base.DigitCode;

/**
 * The code of a payee, printed beside the till and dialled in one go: four to seven digits, the
 * first a 1, the last a {@link CheckDigit}, so that a slip of the finger pays nobody else. A shop's
 * code begins with 2 to 9 and a phone's number with 0; a hotspot's begins with 1 too, but nobody
 * pays a hotspot.
 */
public final class PayeeCode {
  /** Shortest code, digits. */
  public static final int LEAST = 4;

  /** Longest code, digits. */
  public static final int MOST = 7;

  static final String RULE =
      "is not four to seven digits that begin with 1 and end with the right check digit";

  private static final DigitCode FORM = new DigitCode(LEAST, MOST, '1', '1');

  private PayeeCode() {}

  /** Whether digits are a code, taken or not; a wrong check digit is told by this. */
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
