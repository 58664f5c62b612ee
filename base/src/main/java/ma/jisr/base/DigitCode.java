package ma.jisr.base;

/**
 * The form of a code that people dial: so many digits, a first one that tells it from codes of
 * other things, and a {@link CheckDigit} at its end, by which every wrong digit and every swap of
 * neighbours is noticed.
 *
 * @param least shortest, digits
 * @param most longest, digits
 * @param first the least that the first digit may be
 * @param last the most that it may be
 */
public record DigitCode(int least, int most, char first, char last) {
  /** Whether digits are such a code, taken or not. */
  public boolean isCode(String digits) {
    return looksLike(digits) && CheckDigit.isRight(digits);
  }

  /** Whether digits have the look of one, the check digit right or wrong. */
  public boolean looksLike(String digits) {
    int length = digits.length();
    if (length < least || length > most) return false;
    if (digits.charAt(0) < first || digits.charAt(0) > last) return false;
    for (int i = 1; i < length; i++)
      if (digits.charAt(i) < '0' || digits.charAt(i) > '9') return false;
    return true;
  }

  /** A number with its check digit. */
  public static String of(long number) {
    String digits = Long.toString(number);
    return digits + CheckDigit.of(digits);
  }
}
