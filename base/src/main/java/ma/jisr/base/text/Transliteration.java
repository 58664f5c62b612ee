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

  /** The text with every letter of the two scripts replaced; Latin letters and the rest stay. */
  public static String toLatin(String text) {
    return replaced(text, false);
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
    return replaced(text, true);
  }

  private static String replaced(String text, boolean capitals) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              String latin = LETTERS.get(c);
              if (latin == null) out.appendCodePoint(c);
              else out.append(capitals ? latin.toUpperCase(Locale.ROOT) : latin);
            });
    return out.toString();
  }
}
