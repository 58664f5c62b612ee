package ma.jisr.map.report;

import java.util.regex.Pattern;
import ma.jisr.base.text.Digits;

/** Words that people wrote, as operators may read them: one line, bounded, without numbers. */
final class Words {
  /** What may be somebody's number: six digits and more, however they are parted. */
  private static final Pattern NUMBER = Pattern.compile("\\+?[0-9](?:[ .-]?[0-9]){5,}");

  private static final Pattern BLANKS = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\s]+");

  private Words() {}

  static String plain(String text, int most) {
    // Bounded before it is searched: what came may be long.
    String head = text.substring(0, Math.min(text.length(), 4 * most));
    String line = BLANKS.matcher(Digits.western(head)).replaceAll(" ").strip();
    String masked = NUMBER.matcher(line).replaceAll("<tel>");
    if (masked.length() <= most) return masked;
    int end = Character.isHighSurrogate(masked.charAt(most - 1)) ? most - 1 : most;
    return masked.substring(0, end).strip();
  }
}
