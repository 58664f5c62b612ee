package ma.jisr.nlp.value;

/**
 * Finds Moroccan subscriber numbers (ANRT: 0, then 5, 6 or 7 and eight digits) in any form: +212,
 * 00212, 212 or 0; blanks, dots, hyphens, slashes, brackets between digits; digits of any script;
 * grown onto a word. Never a part of a longer run of digits.
 */
final class PhoneReader {
  private static final int DIGITS = 8;

  /** Signs between two digits: "06 - 12". */
  private static final int MAX_GAP = 3;

  private final Message message;
  private final String text;

  /** The digit behind the last one read; -1 when there is none near enough. */
  private int at;

  PhoneReader(Message message) {
    this.message = message;
    this.text = message.text();
  }

  void read() {
    boolean after = false;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      int step = Character.charCount(c);
      boolean digit = Character.isDigit(c);
      if (!after && (c == '+' || digit)) {
        String number = number(i);
        if (number != null) {
          message.addChars(EntityType.MSISDN, number, i, at);
          step = at - i;
          digit = true;
        }
      }
      after = digit;
      i += step;
    }
  }

  private @org.jspecify.annotations.Nullable String number(int start) {
    at = text.charAt(start) == '+' ? start + 1 : start;
    boolean plus = at > start;
    int first = next();
    if (plus) return first == 2 ? international() : null;
    if (first == 2) return international();
    if (first != 0) return null;
    int second = next();
    if (second == 0) return next() == 2 ? international() : null;
    return rest(start, second);
  }

  /** Behind "2" of "212". A trunk zero has no place there, but people write it. */
  private @org.jspecify.annotations.Nullable String international() {
    if (next() != 1 || next() != 2) return null;
    int from = at;
    int digit = next();
    return rest(from, digit == 0 ? next() : digit);
  }

  private @org.jspecify.annotations.Nullable String rest(int from, int operator) {
    if (operator < 5 || operator > 7) return null;
    StringBuilder number = new StringBuilder(10).append('0').append(operator);
    for (int i = 0; i < DIGITS; i++) {
      int digit = next();
      if (digit < 0) return null;
      number.append(digit);
    }
    boolean longer = at < text.length() && Character.isDigit(text.codePointAt(at));
    return longer || isDate(from) ? null : number.toString();
  }

  /** Whether it reads "05/11/2026 10". */
  private boolean isDate(int from) {
    int sign = from + 2;
    return sign + 8 <= at
        && "/-.".indexOf(text.charAt(sign)) >= 0
        && text.charAt(sign + 3) == text.charAt(sign)
        && Character.isDigit(text.charAt(sign + 1))
        && Character.digit(text.charAt(sign + 4), 10) == 2
        && Character.digit(text.charAt(sign + 5), 10) == 0
        && Character.isDigit(text.charAt(sign + 6))
        && Character.isDigit(text.charAt(sign + 7))
        && (sign + 8 == text.length() || !Character.isDigit(text.charAt(sign + 8)));
  }

  /** The next digit, over a few signs; moves behind it. */
  private int next() {
    int to = at;
    for (int gap = 0; to < text.length() && gap <= MAX_GAP; gap++) {
      int c = text.codePointAt(to);
      to += Character.charCount(c);
      if (Character.isDigit(c)) {
        at = to;
        return Character.digit(c, 10);
      }
      if (!isSign(c)) return -1;
    }
    return -1;
  }

  private static boolean isSign(int c) {
    return Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT
        || (c < 128 ? ".-/()".indexOf(c) >= 0 : "‐‑–".indexOf(c) >= 0);
  }
}
