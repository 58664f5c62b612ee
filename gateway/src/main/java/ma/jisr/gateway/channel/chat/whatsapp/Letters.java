package ma.jisr.gateway.channel.chat.whatsapp;

import java.util.regex.Pattern;
import ma.jisr.base.Script;

/** What is done to texts so that WhatsApp takes them. Lengths are UTF-16 units. */
final class Letters {
  private static final String CUT = "…";
  private static final Pattern LINES = Pattern.compile("\\s*[\\r\\n]\\s*");
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private Letters() {}

  /** The script of the first letter; Latin where there is none. */
  static Script script(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!Character.isLetter(c)) continue;
      Character.UnicodeScript script = Character.UnicodeScript.of(c);
      if (script == Character.UnicodeScript.ARABIC) return Script.ARABIC;
      if (script == Character.UnicodeScript.TIFINAGH) return Script.TIFINAGH;
      return Script.LATIN;
    }
    return Script.LATIN;
  }

  /** On one line, which is all that a title or a template's place may hold. */
  static String onOneLine(String text, String between) {
    return SPACES.matcher(LINES.matcher(text.strip()).replaceAll(between)).replaceAll(" ");
  }

  /** As many lines of a text as go on one, with a sign where there are more. */
  static String lines(String text, String between, int most) {
    String line = onOneLine(text, between);
    if (line.length() <= most) return line;
    int last = line.lastIndexOf(between, most - between.length() - CUT.length());
    return last > most / 2 ? line.substring(0, last) + between + CUT : cut(line, most);
  }

  /** Its beginning, with a sign that there is more. */
  static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, end(text, most - 1)) + CUT;
  }

  /** What {@link #cut} has left away, cut itself; "" for nothing. */
  static String rest(String text, int most, int mostOfRest) {
    if (text.length() <= most) return "";
    return cut(CUT + text.substring(end(text, most - 1)).strip(), mostOfRest);
  }

  /** Where to cut: between words where one ends in the second half, never within a character. */
  private static int end(String text, int most) {
    int space = text.lastIndexOf(' ', most);
    if (space > most / 2) return space;
    return Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
  }
}
