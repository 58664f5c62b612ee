package ma.jisr.nlp.value;

/**
 * A number read in a message.
 *
 * @param hundredths of one
 * @param next the piece behind it
 * @param spoken whether it is of words alone
 */
record Quantity(long hundredths, int next, boolean spoken) {
  /** A thousand million: above any sum, far below an overflow. */
  static final long MOST = 100_000_000_000L;

  /** "20", "20.5", "20.55". */
  static String text(long hundredths) {
    long rest = hundredths % 100;
    String whole = Long.toString(hundredths / 100);
    if (rest == 0) return whole;
    if (rest % 10 == 0) return whole + '.' + rest / 10;
    return whole + '.' + (rest < 10 ? "0" : "") + rest;
  }

  String text() {
    return text(hundredths);
  }
}
