package ma.jisr.flow.render;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.flow.model.Message;

/**
 * The renderer's own words in one language: the labels of the fixed keys, units and signs. They
 * come from the engine's own texts ({@code common.yaml}).
 *
 * @param back beside 0
 * @param home beside 00
 * @param more beside 9
 * @param reply how to answer a numbered list by SMS or chat ("Repondez par le numero.")
 * @param unclear said of what was no answer ("Pas compris.")
 * @param yes a true flag
 * @param no a false flag
 * @param dirham the currency ("DH")
 * @param ryal the unit of twentieths of a dirham that Darija and Tachelhit count in; empty in
 *     languages that do not
 * @param metre "m"
 * @param kilometre "km"
 * @param about before a distance that is not exact ("~")
 * @param decimal the decimal sign ("," or ".")
 * @param clock between hours and minutes ("h" or ":")
 */
public record Words(
    String back,
    String home,
    String more,
    String reply,
    String unclear,
    String yes,
    String no,
    String dirham,
    String ryal,
    String metre,
    String kilometre,
    String about,
    String decimal,
    String clock) {

  /**
   * The words of every language, each missing one taken from the language's fallbacks.
   *
   * @param messages by name: {@code footer.back}, {@code .home}, {@code .more}; {@code
   *     again.choice}; {@code unknown_start}; {@code answer.yes}, {@code .no}; {@code unit.dirham},
   *     {@code .ryal}, {@code .metre}, {@code .kilometre}, {@code .about}, {@code .decimal}, {@code
   *     .clock}; the first variant counts
   * @throws IllegalArgumentException naming the message that no fallback has; {@code unit.ryal}
   *     alone may be missing
   */
  public static Map<Language, Words> from(Map<String, Message> messages) {
    Map<Language, Words> words = new EnumMap<>(Language.class);
    for (Language language : Language.values()) words.put(language, in(language, messages));
    return words;
  }

  /** The words of a language, else those of its nearest fallback. */
  static Words of(Map<Language, Words> words, Language language) {
    for (Language nearest : language.fallbacks(false)) {
      Words found = words.get(nearest);
      if (found != null) return found;
    }
    throw new IllegalArgumentException("no words for " + language.tag());
  }

  private static Words in(Language language, Map<String, Message> messages) {
    return new Words(
        need("footer.back", language, messages),
        need("footer.home", language, messages),
        need("footer.more", language, messages),
        need("again.choice", language, messages),
        need("unknown_start", language, messages),
        need("answer.yes", language, messages),
        need("answer.no", language, messages),
        need("unit.dirham", language, messages),
        // No fallback: French does not count in ryal because Darija does.
        word("unit.ryal", List.of(language), messages).orElse(""),
        need("unit.metre", language, messages),
        need("unit.kilometre", language, messages),
        need("unit.about", language, messages),
        need("unit.decimal", language, messages),
        need("unit.clock", language, messages));
  }

  private static String need(String name, Language language, Map<String, Message> messages) {
    return word(name, language.fallbacks(false), messages)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the renderer's messages lack '" + name + "' in " + language.tag()));
  }

  private static Optional<String> word(
      String name, List<Language> chain, Map<String, Message> messages) {
    Message message = messages.get(name);
    if (message == null) return Optional.empty();
    for (Language language : chain) {
      List<String> variants = message.variants().get(language);
      if (variants != null && !variants.isEmpty()) return Optional.of(variants.getFirst());
    }
    return Optional.empty();
  }
}
