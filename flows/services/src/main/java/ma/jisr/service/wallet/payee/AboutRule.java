package ma.jisr.service.wallet.payee;

import ma.jisr.base.LocalText;
import ma.jisr.base.text.Digits;
import ma.jisr.map.ledger.Bounds;

/**
 * What the number is that is paid about, a bill's, a contract's, an invoice's: what people are
 * asked for, and what is taken.
 *
 * @param label what it is called on the paper that they hold, at most {@link #MAX_LABEL} characters
 * @param least characters, from 1
 * @param most characters, to {@link #MAX_LENGTH}
 * @param digits whether it is digits only; else letters, digits, hyphens and slashes
 * @param example that fits the rule, shown when somebody is at a loss
 */
public record AboutRule(LocalText label, int least, int most, boolean digits, String example) {
  /** Longest label: beside the question it stands in one line of a screen. */
  public static final int MAX_LABEL = 30;

  /** Longest number: what providers take as a reference, and people type without error. */
  public static final int MAX_LENGTH = 24;

  /**
   * @throws IllegalArgumentException naming the field that cannot be
   */
  public AboutRule {
    Bounds.each("about", label, MAX_LABEL);
    Bounds.within("about least", least, 1, MAX_LENGTH);
    Bounds.within("about most", most, least, MAX_LENGTH);
    if (!fits(example, least, most, digits))
      throw new IllegalArgumentException("about example: does not fit its own rule");
  }

  /** Whether a number is one of these, as {@link #canonical} writes it. */
  public boolean fits(String number) {
    return fits(number, least, most, digits);
  }

  /** A number as it was written, in western digits and capitals, without blanks and dots. */
  public static String canonical(String written) {
    String western = Digits.western(written);
    StringBuilder kept = new StringBuilder(western.length());
    for (int i = 0; i < western.length(); i++) {
      char c = western.charAt(i);
      if (c == '.' || Character.isWhitespace(c) || Character.isSpaceChar(c)) continue;
      kept.append(c >= 'a' && c <= 'z' ? (char) (c - 'a' + 'A') : c);
    }
    return kept.toString();
  }

  private static boolean fits(String number, int least, int most, boolean digits) {
    if (number.length() < least || number.length() > most) return false;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      boolean other = (c >= 'A' && c <= 'Z') || c == '-' || c == '/';
      if (!digit && (digits || !other)) return false;
    }
    return true;
  }
}
