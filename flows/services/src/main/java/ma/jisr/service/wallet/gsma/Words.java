package ma.jisr.service.wallet.gsma;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Words of a protocol whose documents spell them differently: "businessRule", "BusinessRule" and
 * "Service Unavailable" are told apart by their letters and digits alone.
 */
final class Words {
  /** Longest word that is kept. Characters. */
  static final int MAX = 64;

  /** A code of an error has a few; a subscriber's number has eight at least. */
  private static final int MAX_DIGITS = 5;

  private static final Pattern DIGITS = Pattern.compile("[0-9]");

  private Words() {}

  /** Lower case, letters and digits only. */
  static String plain(String word) {
    StringBuilder plain = new StringBuilder(Math.min(word.length(), MAX));
    for (int i = 0; i < word.length() && plain.length() < MAX; i++) {
      char c = word.charAt(i);
      if (Character.isLetterOrDigit(c)) plain.append(c);
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  /** A word of a provider for operators: ASCII letters, digits and "./-_" only, cut. */
  static String shown(String word) {
    StringBuilder shown = new StringBuilder(Math.min(word.length(), MAX));
    for (int i = 0; i < word.length() && shown.length() < MAX; i++) {
      char c = word.charAt(i);
      boolean kept =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || c == '.'
              || c == '/'
              || c == '-'
              || c == '_';
      if (kept) shown.append(c);
    }
    return shown.toString();
  }

  /** The same for a code or a status, whose digits are left out when they could be a number. */
  static String code(String word) {
    String shown = shown(word);
    long digits = shown.chars().filter(c -> c >= '0' && c <= '9').count();
    return digits <= MAX_DIGITS ? shown : DIGITS.matcher(shown).replaceAll("");
  }
}
