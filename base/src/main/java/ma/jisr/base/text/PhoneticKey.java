package ma.jisr.base.text;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How a place name sounds, in any script and spelling: "Chichaoua", "shishawa" and "شيشاوة" share
 * one key or lie near each other by {@link PhoneticDistance}. Letters of a key: c sh, x kh, g gh or
 * hard g, u ou/w/o, k hard c and q, 3 the ayn; articles, blanks and doubled letters are gone.
 */
public final class PhoneticKey {
  /** The weak consonant ayn, written 3 as on a keypad; mostly not written at all. */
  static final char AYN = '3';

  /** Longer input is cut, in UTF-16 units: the longest name of the country has 44. */
  public static final int MAX_LENGTH = 96;

  private static final String SUN = "tdrzsncl";

  /** In this order. Arabizi digits stand for Arabic letters. */
  private static final Respelling LATIN =
      new Respelling()
          .with("tch|sch|ch|sh", "C")
          .with("kh|5", "X")
          .with("gh|rh|8", "G")
          .with("ph", "f")
          .with("th", "t")
          .with("dh", "d")
          .with("7", "h")
          .with("9", "k")
          .with("2", "")
          .with("qu(eiy)|q", "k")
          .with("gu(eiy)", "g")
          .with("ou|w|o", "u")
          .with("y", "i")
          .with("c(ei)", "s")
          .with("c", "k")
          .with("p", "b")
          .with("v", "f");

  private PhoneticKey() {}

  /** The key of a name; empty when the text has no letter. Any Unicode is accepted. */
  public static String of(String name) {
    String cut = name.length() <= MAX_LENGTH ? name : name.substring(0, MAX_LENGTH);
    List<String> words = words(unmarked(cut));
    StringBuilder key = new StringBuilder(cut.length());
    for (int i = 0; i < words.size(); i++) {
      boolean last = i + 1 == words.size();
      if (!last && isArticle(words.get(i), words.get(i + 1))) continue;
      append(words.get(i), key);
    }
    return undoubled(key);
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>(4);
    int from = -1;
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      boolean within = Character.isLetterOrDigit(c);
      if (within && from < 0) from = i;
      if (!within && from >= 0) {
        words.add(text.substring(from, i));
        from = -1;
      }
      i += Character.charCount(c);
    }
    if (from >= 0) words.add(text.substring(from));
    return words;
  }

  /** Lower case without accents, harakat, tatweel and invisible characters; digits 0-9. */
  private static String unmarked(String text) {
    if (isAscii(text)) return text.toLowerCase(Locale.ROOT);
    String parts = Normalizer.normalize(text, Form.NFKD).toLowerCase(Locale.ROOT);
    StringBuilder out = new StringBuilder(parts.length());
    for (int i = 0; i < parts.length(); ) {
      int c = parts.codePointAt(i);
      i += Character.charCount(c);
      int type = Character.getType(c);
      if (type == Character.DECIMAL_DIGIT_NUMBER) out.append(Character.digit(c, 10));
      else if (c == 'œ') out.append('e');
      else if (c == 'ɣ' || c == 'γ') out.append("gh");
      else if (c == 'ɛ' || c == 'ε') out.append(AYN);
      else if (type != Character.NON_SPACING_MARK && type != Character.FORMAT && c != 'ـ')
        out.appendCodePoint(c);
    }
    return out.toString();
  }

  private static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) if (text.charAt(i) > '\u007f') return false;
    return true;
  }

  private static void append(String word, StringBuilder key) {
    boolean arabicArticle = word.startsWith("ال") && word.length() > 3;
    String w = withoutArticle(arabicArticle ? word.substring(2) : word);
    // A name may mix scripts ("touلال"). Capitals are letters of the key already: the rules, which
    // are for Latin spellings, pass them by.
    StringBuilder spelt = LATIN.of(Transliteration.toKeyLetters(w));
    for (int i = 0; i < spelt.length(); i++) {
      char c = Character.toLowerCase(spelt.charAt(i));
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key.append(c);
    }
  }

  /** The article as a word of its own: "El Hajeb", "L'Oriental", "Er-Rissani", "Ech Chaibate". */
  private static boolean isArticle(String word, String next) {
    if (next.isEmpty()) return false;
    return switch (word) {
      case "el", "al", "l", "ال" -> true;
      case "ech", "ach", "esh", "ash" -> next.startsWith("ch") || next.startsWith("sh");
      default ->
          word.length() == 2
              && (word.charAt(0) == 'e' || word.charAt(0) == 'a')
              && SUN.indexOf(word.charAt(1)) >= 0
              && word.charAt(1) == next.charAt(0);
    };
  }

  /**
   * The article grown onto its word: "Elhajeb", "Essaouira" (doubled sun letter), "Echchaibate".
   */
  private static String withoutArticle(String w) {
    if (w.length() < 5 || (w.charAt(0) != 'e' && w.charAt(0) != 'a')) return w;
    if (w.startsWith("chch", 1) || w.startsWith("shsh", 1)) return w.substring(3);
    char second = w.charAt(1);
    char third = w.charAt(2);
    if (second == third && SUN.indexOf(second) >= 0) return w.substring(2);
    boolean beforeConsonant = "aeiouy".indexOf(third) < 0;
    return second == 'l' && beforeConsonant ? w.substring(2) : w;
  }

  private static String undoubled(CharSequence letters) {
    StringBuilder out = new StringBuilder(letters.length());
    for (int i = 0; i < letters.length(); i++) {
      char c = letters.charAt(i);
      if (out.isEmpty() || out.charAt(out.length() - 1) != c) out.append(c);
    }
    return out.toString();
  }
}
