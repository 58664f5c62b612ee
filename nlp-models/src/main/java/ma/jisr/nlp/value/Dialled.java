package ma.jisr.nlp.value;

/** The digits of a Moroccan number as they are dialled: national, 212… or 00212…. */
final class Dialled {
  private static final String COUNTRY = "212";

  /** Digits behind the trunk zero. */
  private static final int SUBSCRIBER = 9;

  private Dialled() {}

  /** How many digits are missing; 0 for a whole number, negative when it can become none. */
  static int missing(CharSequence digits) {
    int length = digits.length();
    if (length == 0) return SUBSCRIBER + 1;
    boolean international = digits.charAt(0) == '2' || (length > 1 && isZero(digits, 1));
    if (!international && digits.charAt(0) != '0') return -1;
    int at = 1;
    if (international) {
      at = digits.charAt(0) == '0' ? 2 : 0;
      for (int i = 0; i < COUNTRY.length(); i++, at++) {
        if (at == length) return SUBSCRIBER + COUNTRY.length() - i;
        if (digits.charAt(at) != COUNTRY.charAt(i)) return -1;
      }
      if (at < length && isZero(digits, at)) at++; // a trunk zero that people write all the same
    }
    if (at == length) return SUBSCRIBER;
    boolean operator = digits.charAt(at) >= '5' && digits.charAt(at) <= '7';
    return operator ? SUBSCRIBER - (length - at) : -1;
  }

  /** Ten digits of a whole number. */
  static String national(CharSequence whole) {
    return "0" + whole.subSequence(whole.length() - SUBSCRIBER, whole.length());
  }

  private static boolean isZero(CharSequence digits, int at) {
    return digits.charAt(at) == '0';
  }
}
