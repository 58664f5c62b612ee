package ma.jisr.map.exchange;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import ma.jisr.base.LocalText;
import ma.jisr.base.text.PhoneticKey;
import ma.jisr.base.text.TextFold;

/**
 * The sounds of a name, by which two spellings of it are known as one. Numbers and single letters
 * must agree: "borne 1" and "borne 2" are neighbours, not one.
 */
public record Likeness(Set<String> keys, Set<String> numbers) {
  /** The least share of pairs of letters that similar names have in common (Dice). */
  private static final double LEAST = 0.7;

  /** Shorter keys are similar only when they are equal. */
  private static final int SHORTEST = 4;

  /** The article that French leans on the next word is no letter of its own. */
  private static final Pattern ELISION = Pattern.compile("(?iU)\\b[dl]['’]");

  public Likeness {
    keys = Set.copyOf(keys);
    numbers = Set.copyOf(numbers);
  }

  public static Likeness of(LocalText name) {
    Set<String> keys = new HashSet<>();
    Set<String> numbers = new HashSet<>();
    for (String text : name.byLanguage().values()) {
      StringBuilder words = new StringBuilder();
      for (String word : TextFold.words(ELISION.matcher(text).replaceAll(" ")))
        if (isNumber(word)) numbers.add(word);
        else words.append(word).append(' ');
      String key = PhoneticKey.of(words.toString().strip());
      keys.add(key.isEmpty() ? words.toString().strip() : key);
    }
    return new Likeness(keys, numbers);
  }

  private static boolean isNumber(String word) {
    return word.length() == 1 || word.chars().anyMatch(Character::isDigit);
  }

  public boolean isLike(Likeness other) {
    if (!numbers.equals(other.numbers)) return false;
    for (String key : keys) for (String theirs : other.keys) if (isLike(key, theirs)) return true;
    return false;
  }

  private static boolean isLike(String a, String b) {
    if (a.equals(b)) return true;
    if (a.length() < SHORTEST || b.length() < SHORTEST) return false;
    if (a.contains(b) || b.contains(a)) return true;
    List<String> rest = new ArrayList<>(pairs(b));
    int common = 0;
    for (String pair : pairs(a)) if (rest.remove(pair)) common++;
    return 2.0 * common / (a.length() + b.length() - 2) >= LEAST;
  }

  private static List<String> pairs(String key) {
    List<String> pairs = new ArrayList<>();
    for (int i = 1; i < key.length(); i++) pairs.add(key.substring(i - 1, i + 1));
    return pairs;
  }
}
