package ma.jisr.gateway.metrics;

/**
 * The guard of tag values: words of a program (a link, an outcome, a status), never a number or a
 * text of a person's. What does not look like one is {@link #OTHER}.
 */
final class SafeTag {
  /** What is counted in the place of a value that might be somebody's. */
  static final String OTHER = "other";

  /** Longest value: a status with its reason. */
  private static final int LONGEST = 64;

  /** Five digits in a row may be the end of a number; a status or a code has fewer. */
  private static final int DIGITS = 4;

  /** A status has a few words; what people write has more. */
  private static final int WORDS = 6;

  private static final String SIGNS = " _.:-/";

  private SafeTag() {}

  static String of(String value) {
    if (value.isEmpty() || value.length() > LONGEST) return OTHER;
    int digits = 0;
    int words = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      digits = digit ? digits + 1 : digits;
      if (letter) digits = 0;
      if (c == ' ') words++;
      if (digits > DIGITS || !(digit || letter || SIGNS.indexOf(c) >= 0)) return OTHER;
    }
    return words > WORDS ? OTHER : value;
  }
}
