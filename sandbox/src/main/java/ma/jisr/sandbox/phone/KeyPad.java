package ma.jisr.sandbox.phone;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The 12-key pad of a basic phone, by multi-tap: how many key presses a text costs.
 *
 * <pre>
 *  1 . , ? ! ' " - ( ) @ / : _ ;    2 a b c à â ç     ب ت ة ث     3 d e f é è ê ë   ا أ إ آ ء ؤ ئ ى
 *  4 g h i î ï       س ش ص ض        5 j k l           د ذ ر ز     6 m n o ñ ö ô     ج ح خ
 *  7 p q r s ß       ن ه و ي        8 t u v ù ü û     ف ق ك ل م   9 w x y z         ط ظ ع غ
 *  0 space, new line                * opens the list of symbols   # changes the case
 * </pre>
 *
 * The nth character of a key costs n presses; a digit, * and # cost one (held, or typed in a number
 * field); a change of case costs one; any other character is looked up in the list of symbols, for
 * {@value #SYMBOL} presses. The letters are those of ETSI ES 202 130 (Latin, Arabic); the accented
 * ones and the price of a symbol are an assumption, as makers differ. Waiting between two letters
 * of one key costs time but no press. Prediction (T9) is not counted: it knows no Darija.
 */
public final class KeyPad {
  /** Presses for a character that is on no key: *, about two steps in the list, and the choice. */
  public static final int SYMBOL = 4;

  private static final Map<Character, Integer> PRESSES =
      presses(
          ".,?!'\"-()@/:_;",
          "abcàâç",
          "deféèêë",
          "ghiîï",
          "jkl",
          "mnoñöô",
          "pqrsß",
          "tuvùüû",
          "wxyz",
          " \n",
          "بتةث",
          "اأإآءؤئى",
          "سشصض",
          "دذرز",
          "جحخ",
          "نهوي",
          "فقكلم",
          "طظعغ");

  private KeyPad() {}

  private static Map<Character, Integer> presses(String... keys) {
    var presses = new HashMap<Character, Integer>();
    for (String key : keys) {
      for (int i = 0; i < key.length(); i++) {
        presses.put(key.charAt(i), i + 1);
      }
    }
    for (char sign : "0123456789*#".toCharArray()) {
      presses.put(sign, 1);
    }
    return Map.copyOf(presses);
  }

  /** The presses that typing the text costs, from lower case, without the key that sends it. */
  public static int presses(String text) {
    int presses = 0;
    boolean upper = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (Character.isLetter(character) && Character.isUpperCase(character) != upper) {
        upper = !upper;
        presses++;
      }
      String lower = String.valueOf(character).toLowerCase(Locale.ROOT);
      presses += PRESSES.getOrDefault(lower.charAt(0), SYMBOL);
    }
    return presses;
  }
}
