package ma.jisr.base;

import java.util.Map;
import ma.jisr.base.text.Transliteration;

/**
 * One thing's name or sentence in several languages: a place, a hotspot, a menu label. At least one
 * language is there.
 *
 * @param byLanguage the texts; never empty, no blank values
 */
public record LocalText(Map<Language, String> byLanguage) {
  public LocalText {
    if (byLanguage.isEmpty())
      throw new IllegalArgumentException("a text needs at least one language");
    byLanguage = Map.copyOf(byLanguage);
  }

  /** A text that reads the same in all languages (a proper name in Latin letters, a number). */
  public static LocalText same(String text) {
    return new LocalText(Map.of(Language.FR, text));
  }

  public static LocalText of(Language a, String textA, Language b, String textB) {
    return new LocalText(Map.of(a, textA, b, textB));
  }

  /**
   * The text in the nearest language of the chain {@link Language#fallbacks(boolean)}; else any of
   * them, in Latin letters where the phone shows no others.
   */
  public String in(Language language, boolean latinOnly) {
    for (Language nearest : language.fallbacks(latinOnly)) {
      String text = byLanguage.get(nearest);
      if (text != null) return text;
    }
    return any(latinOnly);
  }

  private String any(boolean latinOnly) {
    String text = byLanguage.values().iterator().next();
    return latinOnly ? Transliteration.toArabizi(text) : text;
  }
}
