package ma.jisr.gateway.channel.chat.whatsapp;

import java.util.Map;
import ma.jisr.base.Script;

/**
 * A template of the business, approved by Meta, whose body has one place for a text: the only thing
 * that may be sent to somebody who has not written for a day.
 *
 * @param name as approved
 * @param languages in which it is approved, by the script of the text that it is to hold: WhatsApp
 *     has templates in {@code fr}, {@code fr_MA}, {@code ar}, {@code ar_MA}, none in Darija or
 *     Tamazight
 * @param parameter the name of the place; "" where it has a number ({@code {{1}}})
 */
public record Template(String name, Map<Script, String> languages, String parameter) {
  public Template {
    languages = Map.copyOf(languages);
    if (!languages.containsKey(Script.LATIN))
      throw new IllegalArgumentException("a template has a language for Latin letters");
  }

  /** The language in which a text is sent. */
  String language(String text) {
    String own = languages.get(Letters.script(text));
    return own == null ? languages.getOrDefault(Script.LATIN, "") : own;
  }
}
