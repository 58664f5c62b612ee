package ma.jisr.gateway.channel.chat.mattermost;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plain text, written so that Mattermost shows it as it is: its posts are Markdown. Addresses of
 * the web stay as they are, so that they can be followed. Pure.
 *
 * <p>A backslash is written only before signs that both its renderers take one before (the web's
 * and the phones'); where they differ, a WORD JOINER, which nobody sees, breaks the pattern.
 */
final class Markdown {
  private static final char JOINER = '\u2060';
  private static final char NO_BREAK_SPACE = '\u00a0';

  /** Columns from which on a line is shown as code. */
  private static final int CODE = 4;

  private static final String ANYWHERE = "\\`*_{}[]#~|";

  /** Behind a colon: the beginning of a name of a picture, or the face's mouth. */
  private static final String MOUTHS = ")(|*'$@-/\\";

  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?://|www\\.)[^\\s<>]+", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBERED = Pattern.compile("(\\d{1,9})([.)])(?=\\s|$)");

  private Markdown() {}

  /** At most three characters for each: far below what a server takes, for all texts of ours. */
  static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length() + text.length() / 8 + 8);
    int from = 0;
    while (from <= text.length()) {
      int end = text.indexOf('\n', from);
      if (end < 0) end = text.length();
      if (from > 0) out.append('\n');
      line(text.substring(from, end), out);
      from = end + 1;
    }
    return out.toString();
  }

  private static void line(String line, StringBuilder out) {
    int begin = 0;
    while (begin < line.length() && (line.charAt(begin) == ' ' || line.charAt(begin) == '\t'))
      begin++;
    boolean code = begin >= CODE || line.lastIndexOf('\t', begin) >= 0;
    for (int i = 0; i < begin; i++) out.append(code ? NO_BREAK_SPACE : ' ');
    Matcher numbered = NUMBERED.matcher(line).region(begin, line.length());
    if (numbered.lookingAt()) {
      out.append(numbered.group(1)).append('\\').append(numbered.group(2));
      begin = numbered.end();
    } else if (begin < line.length()) {
      char first = line.charAt(begin);
      if (first == '-' || first == '+' || first == '>') out.append('\\');
      else if (first == '=') out.append(JOINER);
    }
    Matcher address = ADDRESS.matcher(line);
    while (address.find(begin)) {
      words(line, begin, address.start(), out);
      out.append(line, address.start(), address.end());
      begin = address.end();
    }
    words(line, begin, line.length(), out);
  }

  private static void words(String line, int from, int to, StringBuilder out) {
    for (int i = from; i < to; i++) {
      char c = line.charAt(i);
      if (ANYWHERE.indexOf(c) >= 0) out.append('\\');
      out.append(c);
      if (joined(line, i, to)) out.append(JOINER);
    }
  }

  /** Whether the sign and the next one would together be something else: @all, :100:, &amp;lt;. */
  private static boolean joined(String line, int at, int end) {
    if (at + 1 >= end) return false;
    char next = line.charAt(at + 1);
    boolean word = Character.isLetterOrDigit(next);
    return switch (line.charAt(at)) {
      case '@' -> word && (at == 0 || !Character.isLetterOrDigit(line.charAt(at - 1)));
      case ':' -> Character.isLetter(next) || MOUTHS.indexOf(next) >= 0 || picture(line, at, end);
      case '&' -> Character.isLetter(next) || next == '#';
      case '<' -> word || next == '/' || next == '!';
      default -> false;
    };
  }

  /** Whether a name between colons begins here: the digits of 10:30:00 are one too. */
  private static boolean picture(String line, int colon, int end) {
    int i = colon + 1;
    while (i < end
        && (Character.isLetterOrDigit(line.charAt(i)) || "_+-".indexOf(line.charAt(i)) >= 0)) i++;
    return i > colon + 1 && i < end && line.charAt(i) == ':';
  }
}
