package ma.jisr.service.challenges.offer;

import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.base.text.Digits;

/**
 * What one person writes for another whom they do not know: one line, without anything by which
 * somebody could be reached or led elsewhere before both have agreed.
 */
final class Relayed {
  /** Longest name of a person or association. */
  static final int MAX_WHO = 30;

  /** Longest line about an offer, question or answer. */
  static final int MAX_LINE = 90;

  /** So many digits, whatever stands between them, are somebody's number: a year has four. */
  private static final Pattern NUMBER = Pattern.compile("\\d([\\s.,/_()+-]*\\d){5,}");

  private static final Pattern LINK =
      Pattern.compile("(?i)https?:|www\\.|@|\\b[a-z0-9-]{2,}\\.(com|ma|net|org|info|me|io|co)\\b");

  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Cntrl}\\p{Cf}]+");

  private Relayed() {}

  /** The text as it may be told on; empty when it holds a number or a link, or nothing at all. */
  static Optional<String> of(String text, int most) {
    String line = BLANKS.matcher(text).replaceAll(" ").strip();
    String western = Digits.western(line);
    if (line.isEmpty() || NUMBER.matcher(western).find() || LINK.matcher(western).find())
      return Optional.empty();
    return Optional.of(line.length() <= most ? line : cut(line, most));
  }

  private static String cut(String line, int most) {
    int space = line.lastIndexOf(' ', most);
    int end = space > most / 2 ? space : most;
    return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end);
  }
}
