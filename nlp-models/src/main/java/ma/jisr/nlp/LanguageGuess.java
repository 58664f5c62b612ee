package ma.jisr.nlp;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import ma.jisr.base.Language;

/**
 * The language a short text is written in, by its script and by small lists of telling words. Empty
 * when nothing tells: a bare place name is of no language. It picks the language of the answer,
 * never what is understood. Immutable; safe for use by several threads.
 */
public final class LanguageGuess {
  /** Longer texts are judged by their beginning, in UTF-16 units. */
  private static final int MAX_LENGTH = 500;

  /** A digit between letters stands for an Arabic letter ("7anout", "l3youn", "9rib"). */
  private static final Pattern ARABIZI =
      Pattern.compile("[35789]?[a-z]+([35789][a-z]*)+|[3579][a-z]{2,}");

  /** Digits that are digits: "10h30", "20dh", "3eme", "4g", "wifi2". */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[0-9]+(h|h[0-9]+|dhs?|dirhams?|km|m|g|eme|er|ere|e|th|st|nd|rd|j|min|mn|am|pm)|[a-z]+[0-9]");

  private static final int ARABIZI_WEIGHT = 2;

  private final Map<Language, Map<String, Integer>> weights;

  private LanguageGuess(Map<Language, Map<String, Integer>> weights) {
    this.weights = weights;
  }

  /** The guess by the bundled word lists. */
  public static LanguageGuess bundled() {
    Map<Language, Map<String, Integer>> weights = new EnumMap<>(Language.class);
    for (Language language : Language.PHONE) {
      Map<String, Integer> words = new HashMap<>();
      for (String line : WordFile.lines("words/" + language.tag() + ".txt")) {
        String[] row = line.split(" ", 2);
        words.put(row[0], Integer.parseInt(row[1]));
      }
      weights.put(language, Map.copyOf(words));
    }
    return new LanguageGuess(weights);
  }

  /** The language; empty when unsure. Tifinagh answers zgh-Tfng, which is no phone language. */
  public Optional<Language> guess(String text) {
    String head = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
    int latin = letters(head, Character.UnicodeScript.LATIN);
    int arabic = letters(head, Character.UnicodeScript.ARABIC);
    int tifinagh = letters(head, Character.UnicodeScript.TIFINAGH);
    if (tifinagh > latin && tifinagh > arabic) return Optional.of(Language.ZGH_TFNG);
    List<Language> candidates =
        arabic > latin
            ? List.of(Language.ARY_ARAB, Language.AR)
            : List.of(Language.ARY_LATN, Language.FR, Language.SHI_LATN, Language.EN);
    return best(candidates, Token.of(head));
  }

  private Optional<Language> best(List<Language> candidates, List<Token> tokens) {
    Language best = Language.FR;
    int first = 0;
    int second = 0;
    for (Language language : candidates) {
      int score = score(language, tokens);
      if (score > first) {
        second = first;
        first = score;
        best = language;
      } else if (score > second) {
        second = score;
      }
    }
    // One weak word ("la", "f", "in") tells nothing: names hold such too.
    return first >= 2 && first > second ? Optional.of(best) : Optional.empty();
  }

  private int score(Language language, List<Token> tokens) {
    Map<String, Integer> words = weights.getOrDefault(language, Map.of());
    int score = 0;
    for (Token token : tokens) {
      Integer weight = words.get(token.folded());
      if (weight != null) score += weight;
      else if (language == Language.ARY_LATN && isArabizi(token.folded())) score += ARABIZI_WEIGHT;
    }
    return score;
  }

  static boolean isArabizi(String folded) {
    return ARABIZI.matcher(folded).matches() && !NUMBER.matcher(folded).matches();
  }

  private static int letters(String text, Character.UnicodeScript script) {
    return (int) text.codePoints().filter(c -> Character.UnicodeScript.of(c) == script).count();
  }
}
