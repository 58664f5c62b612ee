package ma.jisr.map.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import org.jspecify.annotations.Nullable;

/** The fields of stored JSON objects: texts by language, words that may be missing, constants. */
public final class JsonFields {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonFields() {}

  /**
   * The JSON object of a stored body.
   *
   * @throws IllegalArgumentException when it is none
   */
  public static ObjectNode parse(String body) {
    try {
      if (JSON.readTree(body) instanceof ObjectNode node) return node;
      throw new IllegalArgumentException("what is stored is not a JSON object");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("what is stored is not JSON", e);
    }
  }

  public static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** A value of maps, lists, texts and numbers as JSON. */
  public static JsonNode tree(Object value) {
    return JSON.valueToTree(value);
  }

  /** Each language by its tag. */
  public static ObjectNode texts(LocalText text) {
    ObjectNode node = object();
    for (Language language : Language.values())
      if (text.byLanguage().containsKey(language))
        node.put(language.tag(), text.byLanguage().get(language));
    return node;
  }

  /**
   * What {@link #texts} wrote.
   *
   * @throws IllegalArgumentException when it holds no language
   */
  public static LocalText local(JsonNode node) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values())
      if (node.hasNonNull(language.tag())) texts.put(language, text(node, language.tag()));
    return new LocalText(texts);
  }

  /** The same of a field that may be missing. */
  public static @Nullable LocalText maybeLocal(JsonNode node, String field) {
    return node.hasNonNull(field) ? local(node.path(field)) : null;
  }

  public static void set(ObjectNode node, String field, @Nullable LocalText text) {
    if (text == null) node.remove(field);
    else node.set(field, texts(text));
  }

  public static void put(ObjectNode node, String field, @Nullable String value) {
    if (value == null) node.remove(field);
    else node.put(field, value);
  }

  public static @Nullable String unlessEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  /** "" when it is missing. */
  public static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  public static @Nullable String maybe(JsonNode node, String field) {
    return node.hasNonNull(field) ? text(node, field) : null;
  }

  public static <E extends Enum<E>> E constant(Class<E> type, String lower) {
    return Enum.valueOf(type, lower.toUpperCase(Locale.ROOT));
  }

  public static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
