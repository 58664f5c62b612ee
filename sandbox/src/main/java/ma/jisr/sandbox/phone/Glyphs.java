package ma.jisr.sandbox.phone;

import java.util.stream.Collectors;

/**
 * What a handset shows of a text. A character for which it has no glyph is {@value #MISSING}, once
 * per UTF-16 unit, as such phones draw it.
 *
 * <ul>
 *   <li>{@link Handset#BASIC} has Latin, Greek and Arabic. The characters are handed on in the
 *       order in which they are stored, with the direction marks: whatever displays them is trusted
 *       to run the bidirectional algorithm and to join the letters, as that phone would. A terminal
 *       that does not do so shows what {@link Handset#NO_BIDI} would.
 *   <li>{@link Handset#LATIN_ONLY} has Latin and Greek. Arabic letters and direction marks are
 *       missing.
 *   <li>{@link Handset#NO_BIDI} has the glyphs of BASIC but draws them in the order in which they
 *       are stored, from left to right, each letter in its isolated form. So that a terminal with
 *       bidi shows the same, each line is put between U+202D and U+202C, and U+200C between
 *       neighbouring Arabic letters. Direction marks are missing glyphs.
 * </ul>
 *
 * No real handset was measured: the repertoire is GSM 03.38, Latin-1, Latin Extended-A, and for
 * Arabic the block U+0600-U+06FF. Tifinagh and emoji are missing on all three.
 */
public final class Glyphs {
  /** What stands for a missing glyph: U+25A1. */
  public static final String MISSING = "\u25A1";

  private static final char LEFT_TO_RIGHT_OVERRIDE = '\u202D';
  private static final char POP = '\u202C';
  private static final char NON_JOINER = '\u200C';
  private static final String PUNCTUATION = "‘’“”„…–—•€‹›";

  private Glyphs() {}

  /** The text as the handset shows it. */
  public static String shown(String text, Handset handset) {
    return text.lines().map(line -> line(line, handset)).collect(Collectors.joining("\n"));
  }

  private static String line(String line, Handset handset) {
    var shown = new StringBuilder(line.length() + 8);
    boolean afterArabic = false;
    for (int i = 0; i < line.length(); i++) {
      char character = line.charAt(i);
      boolean arabic = isArabic(character);
      if (arabic && afterArabic && handset == Handset.NO_BIDI) {
        shown.append(NON_JOINER);
      }
      afterArabic = arabic;
      if (has(character, handset)) {
        shown.append(character);
      } else {
        shown.append(MISSING);
      }
    }
    if (handset == Handset.NO_BIDI && line.chars().anyMatch(c -> isArabic((char) c))) {
      shown.insert(0, LEFT_TO_RIGHT_OVERRIDE).append(POP);
    }
    return shown.toString();
  }

  private static boolean has(char character, Handset handset) {
    if (isLatin(character)) {
      return true;
    }
    return switch (handset) {
      case LATIN_ONLY -> false;
      case NO_BIDI -> isArabic(character);
      case BASIC -> isArabic(character) || isDirection(character);
    };
  }

  private static boolean isLatin(char character) {
    return (character >= ' ' && character <= '~')
        || (character >= '\u00A0' && character <= '\u017F')
        || (character >= '\u0391' && character <= '\u03C9')
        || PUNCTUATION.indexOf(character) >= 0;
  }

  private static boolean isArabic(char character) {
    return character >= '\u0600' && character <= '\u06FF';
  }

  private static boolean isDirection(char character) {
    return character == '\u200E' || character == '\u200F' || character == '\u061C';
  }
}
