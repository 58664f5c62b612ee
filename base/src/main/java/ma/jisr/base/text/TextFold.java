package ma.jisr.base.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The form in which words are compared: compatibility forms, case, accents, harakat, tatweel,
 * invisible characters and the spelling variants of the Maghreb and of Persian keyboards folded
 * away, all digits 0-9, runs of white space one blank. Idempotent; never for display.
 */
public final class TextFold {
  /**
   * Longer texts are cut, in UTF-16 units: no message of a phone or chat that we take is longer.
   */
  public static final int MAX_LENGTH = 4096;

  private static final Map<Integer, String> VARIANTS =
      Map.ofEntries(
          Map.entry((int) 'ٱ', "ا"),
          Map.entry((int) 'ى', "ي"),
          Map.entry((int) 'ی', "ي"),
          Map.entry((int) 'ې', "ي"),
          Map.entry((int) 'ة', "ه"),
          Map.entry((int) 'ہ', "ه"),
          Map.entry((int) 'ھ', "ه"),
          Map.entry((int) 'ە', "ه"),
          // g has no letter of its own: people write ڭ ݣ گ ك for one another
          Map.entry((int) 'ڭ', "ك"),
          Map.entry((int) 'ݣ', "ك"),
          Map.entry((int) 'گ', "ك"),
          Map.entry((int) 'ک', "ك"),
          Map.entry((int) 'ڪ', "ك"),
          Map.entry((int) 'ڤ', "ف"),
          Map.entry((int) 'ڥ', "ف"),
          Map.entry((int) 'پ', "ب"),
          Map.entry((int) 'چ', "ج"),
          Map.entry((int) 'ژ', "ز"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'ħ', "h"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'ɣ', "gh"),
          Map.entry((int) 'ɛ', "3"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '‘', "'"),
          Map.entry((int) 'ʼ', "'"),
          Map.entry((int) '`', "'"));

  private static final int TATWEEL = 0x0640;

  private TextFold() {}

  /** The folded text, punctuation kept, without blanks at its ends; any Unicode is accepted. */
  public static String fold(String text) {
    if (isFolded(text)) return text;
    String head = cut(text);
    String parts = isAscii(head) ? head : Normalizer.normalize(head, Form.NFKD);
    StringBuilder out = new StringBuilder(parts.length());
    for (int i = 0; i < parts.length(); ) {
      int c = parts.codePointAt(i);
      append(c, out);
      i += Character.charCount(c);
    }
    return cut(out.toString()).strip();
  }

  /** What most texts on a keypad are already: ASCII, lower case, single blanks between words. */
  private static boolean isFolded(String text) {
    int length = text.length();
    if (length > MAX_LENGTH) return false;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c > '~' || c < ' ' || c == '`' || (c >= 'A' && c <= 'Z')) return false;
      boolean lone = i > 0 && i + 1 < length && text.charAt(i - 1) != ' ';
      if (c == ' ' && !lone) return false;
    }
    return true;
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) if (text.charAt(i) > '\u007f') return false;
    return true;
  }

  /** The folded words: runs of letters and digits, digits inside words kept ("3afak"). */
  public static List<String> words(String text) {
    String folded = fold(text);
    List<String> words = new ArrayList<>();
    int from = -1;
    for (int i = 0; i < folded.length(); ) {
      int c = folded.codePointAt(i);
      boolean within = Character.isLetterOrDigit(c);
      if (within && from < 0) from = i;
      if (!within && from >= 0) {
        words.add(folded.substring(from, i));
        from = -1;
      }
      i += Character.charCount(c);
    }
    if (from >= 0) words.add(folded.substring(from));
    return List.copyOf(words);
  }

  /**
   * A whole message as a command is matched: folded, every sign between words one blank, thanks and
   * pleas at its ends left out ("STOP svp !" is "stop"). Empty when nothing else was said.
   */
  public static String command(String text) {
    return command(words(text));
  }

  /** Folded words without the thanks and pleas at both ends. */
  public static List<String> trimmed(List<String> words) {
    return Courtesy.trim(words);
  }

  /** The same of a message's {@link #words}. */
  public static String command(List<String> words) {
    List<String> left = trimmed(words);
    return left.size() == 1 ? left.getFirst() : String.join(" ", left);
  }

  private static void append(int c, StringBuilder out) {
    switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.FORMAT,
          Character.SURROGATE -> {}
      case Character.SPACE_SEPARATOR,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.CONTROL -> {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') out.append(' ');
      }
      case Character.DECIMAL_DIGIT_NUMBER -> out.append(Character.digit(c, 10));
      default -> appendLetter(Character.toLowerCase(c), out);
    }
  }

  private static void appendLetter(int lower, StringBuilder out) {
    if (lower == TATWEEL) return;
    String variant = VARIANTS.get(lower);
    if (variant == null) out.appendCodePoint(lower);
    else out.append(variant);
  }

  private static String cut(String text) {
    if (text.length() <= MAX_LENGTH) return text;
    boolean insidePair = Character.isHighSurrogate(text.charAt(MAX_LENGTH - 1));
    return text.substring(0, insidePair ? MAX_LENGTH - 1 : MAX_LENGTH);
  }
}
