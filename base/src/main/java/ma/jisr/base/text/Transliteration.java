package ma.jisr.base.text;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Arabic letters and Tifinagh as Latin phonetic letters, one for one: c is sh, x is kh, g stands
 * for gh, 3 for the ayn. It brings the three scripts of one place name close together; it is not
 * meant to be read.
 */
public final class Transliteration {
  private static final Map<Integer, String> LETTERS = letters();

  /** Where the letter for people differs from the one for comparing. */
  private static final Map<Integer, String> READABLE =
      Map.of(
          (int) 'ش', "ch", (int) 'خ', "kh", (int) 'غ', "gh", (int) 'ح', "7", (int) 'ع', "3",
          (int) 'ق', "9", (int) 'و', "ou");

  /** The same in capitals, so that they are told from Latin spelling. */
  private static final Map<Integer, String> CAPITALS = capitals();

  /** U+0620: nothing before it is a letter of either script. */
  private static final char FIRST_LETTER = '\u0620';

  private Transliteration() {}

  private static Map<Integer, String> letters() {
    Map<Integer, String> letters = new HashMap<>();
    String arabic =
        "اa ٱa بb تt ثt جj حh خx دd ذd رr زz سs شc صs ضd طt ظd عع غg فf قk كk لl مm نn هh وu يi"
            + " ةa ىa گk ڭk ݣk کk ڪk ڤf ڥf پb چc ژj ہh ھh یi ەh";
    String tifinagh =
        "ⴰa ⴱb ⴲb ⴳg ⴴg ⴵj ⴷd ⴸd ⴹd ⴺd ⴻe ⴼf ⴽk ⴾk ⵀh ⵃh ⵄع ⵅx ⵆx ⵇk ⵉi ⵊj ⵍl ⵎm ⵏn ⵒb ⵓu ⵔr ⵕr"
            + " ⵖg ⵗg ⵙs ⵚs ⵛc ⵜt ⵝt ⵞc ⵟt ⵠf ⵡu ⵢi ⵣz ⵥz ⵯu";
    for (String pair : (arabic + " " + tifinagh).split(" ", -1))
      letters.put((int) pair.charAt(0), pair.substring(1).replace('ع', PhoneticKey.AYN));
    letters.put((int) 'ء', "");
    letters.put((int) 'ـ', "");
    return Map.copyOf(letters);
  }

  private static Map<Integer, String> capitals() {
    Map<Integer, String> capitals = new HashMap<>();
    LETTERS.forEach((c, latin) -> capitals.put(c, latin.toUpperCase(Locale.ROOT)));
    return Map.copyOf(capitals);
  }

  /** The text with every letter of the two scripts replaced; Latin letters and the rest stay. */
  public static String toLatin(String text) {
    return replaced(text, LETTERS);
  }

  /**
   * Arabic letters as Moroccans type them on a Latin keypad (ch, kh, gh, 7, 3, 9): to be read,
   * where a name exists in no other letters.
   */
  public static String toArabizi(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> out.append(READABLE.getOrDefault(c, toLatin(Character.toString(c)))));
    return out.toString();
  }

  /** The same with the replaced letters in capitals, so that they are told from Latin spelling. */
  static String toKeyLetters(String text) {
    return replaced(text, CAPITALS);
  }

  private static String replaced(String text, Map<Integer, String> letters) {
    int at = 0;
    while (at < text.length() && text.charAt(at) < FIRST_LETTER) at++;
    if (at == text.length()) return text;
    StringBuilder out = new StringBuilder(text.length()).append(text, 0, at);
    while (at < text.length()) {
      int c = text.codePointAt(at);
      String latin = letters.get(c);
      if (latin == null) out.appendCodePoint(c);
      else out.append(latin);
      at += Character.charCount(c);
    }
    return out.toString();
  }
}
