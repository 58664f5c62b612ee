package ma.jisr.nlp.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Numbers by what they are, so that a model learns from one amount what all amounts mean: {@code
 * <tel> <amt> <num> <code> <time>}. Rough on purpose: what a value is exactly, the entities say.
 */
final class Masks {
  static final String TEL = "<tel>";
  static final String AMOUNT = "<amt>";
  static final String NUMBER = "<num>";
  static final String CODE = "<code>";
  static final String TIME = "<time>";

  /** A Moroccan number has ten digits, or nine behind +212. */
  private static final int TEL_DIGITS = 9;

  private static final Set<String> CURRENCY =
      Set.of(
          "dh",
          "dhs",
          "dirham",
          "dirhams",
          "drahem",
          "drhm",
          "mad",
          "dhm",
          "ryal",
          "rial",
          "riyal",
          "rials",
          "frank",
          "franc",
          "francs",
          "centimes",
          "centime",
          "balles",
          "درهم",
          "دراهم",
          "ريال",
          "ريالات",
          "فرنك",
          "دهم",
          "د");

  private Masks() {}

  static boolean isMask(String word) {
    return word.charAt(0) == '<';
  }

  /** The words with masks in place of those that are numbers. */
  static List<String> masked(List<String> words) {
    List<String> out = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); ) {
      String word = words.get(i);
      int digits = leadingDigits(word);
      if (digits == 0) {
        out.add(isCode(word) ? CODE : word);
        i++;
        continue;
      }
      if (digits < word.length()) {
        out.add(glued(word, digits));
        i++;
        continue;
      }
      int end = i + 1;
      int sum = digits;
      while (end < words.size() && isNumber(words.get(end))) sum += words.get(end++).length();
      if (sum >= TEL_DIGITS) {
        out.add(TEL);
        i = end;
      } else if (i + 1 < words.size() && CURRENCY.contains(words.get(i + 1))) {
        out.add(AMOUNT);
        i += 2;
      } else {
        out.add(NUMBER);
        i++;
      }
    }
    return out;
  }

  /** Digits with letters behind: "20dh", "10h30", "9rib" (a word), "4g" (a word). */
  private static String glued(String word, int digits) {
    if (CURRENCY.contains(word.substring(digits))) return AMOUNT;
    boolean hour = word.charAt(digits) == 'h' && digits <= 2;
    if (hour && (word.length() == digits + 1 || isNumber(word.substring(digits + 1)))) return TIME;
    return word;
  }

  /** One to three Latin letters and two digits or more behind: a ticket or shop code. */
  private static boolean isCode(String word) {
    int letters = 0;
    while (letters < word.length() && word.charAt(letters) >= 'a' && word.charAt(letters) <= 'z')
      letters++;
    return letters >= 1
        && letters <= 3
        && word.length() - letters >= 2
        && isNumber(word.substring(letters));
  }

  private static boolean isNumber(String word) {
    return leadingDigits(word) == word.length();
  }

  private static int leadingDigits(String word) {
    int digits = 0;
    while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9')
      digits++;
    return digits;
  }
}
