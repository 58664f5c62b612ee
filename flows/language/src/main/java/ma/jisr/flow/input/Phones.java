package ma.jisr.flow.input;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import ma.jisr.base.text.Digits;
import ma.jisr.flow.value.Value;

/**
 * Reads Moroccan mobile numbers (06, 07; national plan of the ANRT: nine digits after the trunk 0),
 * with any country prefix, spaces and dots; other countries' only with a plus or 00.
 */
final class Phones {
  private static final Pattern MOROCCAN = Pattern.compile("(?:\\+212|00212|212|0)0?([67]\\d{8})");
  private static final Pattern FOREIGN = Pattern.compile("(?:\\+|00)([1-9]\\d{7,14})");

  private Phones() {}

  static Reading read(String text) {
    String typed = Digits.western(text).replaceAll("[\\s().\\-/\\u00A0\\u200E]", "");
    Matcher moroccan = MOROCCAN.matcher(typed);
    if (moroccan.matches()) return phone("212" + moroccan.group(1));
    Matcher foreign = FOREIGN.matcher(typed);
    boolean other = foreign.matches() && !foreign.group(1).startsWith("212");
    return other ? phone(foreign.group(1)) : Reading.WRONG;
  }

  private static Reading phone(String digits) {
    return new Reading.Taken(new Value.Phone(digits));
  }
}
