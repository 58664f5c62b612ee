package ma.jisr.map.hotspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.hours.Timetable;
import org.jspecify.annotations.Nullable;

/**
 * The stored form of a hotspot. Fields that this release does not know are kept. Schema 1 had no
 * Ramadan, Friday, sponsor, source, tags, retirement nor history, and did not say who confirmed:
 * all of that is absent from it and reads as such.
 */
final class HotspotJson {
  /** Written into each document; a node never writes a newer one than its own. */
  static final int SCHEMA = 2;

  private static final ObjectMapper JSON = new ObjectMapper();

  private HotspotJson() {}

  /** The JSON object of a stored body. */
  static ObjectNode parse(String body) {
    try {
      if (JSON.readTree(body) instanceof ObjectNode node) return node;
      throw new IllegalArgumentException("the stored hotspot is not a JSON object");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the stored hotspot is not JSON", e);
    }
  }

  static ObjectNode object() {
    return JSON.createObjectNode();
  }

  /** Sets what a hotspot says; leaves alone what this release does not know. */
  static void put(ObjectNode node, Hotspot h) {
    Facts facts = h.facts();
    node.put("schema", Math.max(SCHEMA, node.path("schema").asInt()));
    node.put("code", h.code());
    node.set("name", texts(facts.name()));
    node.put("kind", lower(facts.kind()));
    node.put("access", lower(facts.access()));
    put(node, "ssid", facts.ssid());
    node.put("hours", facts.hours().usual());
    put(node, "hoursRamadan", unlessEmpty(facts.hours().ramadan()));
    put(node, "fridayBreak", unlessEmpty(facts.hours().fridayBreak()));
    set(node, "way", facts.way());
    node.put("lat", facts.point().lat());
    node.put("lon", facts.point().lon());
    node.put("exact", facts.exact());
    node.put("place", facts.place());
    put(node, "operator", facts.operator());
    set(node, "sponsor", facts.sponsor());
    put(node, "source", facts.source());
    node.remove("tags");
    if (!facts.tags().isEmpty()) node.set("tags", JSON.valueToTree(facts.tags()));
    node.put("state", lower(h.state()));
    Confirmation confirmed = h.confirmed();
    put(node, "confirmed", confirmed == null ? null : confirmed.at().toString());
    put(node, "confirmedBy", confirmed == null ? null : lower(confirmed.by()));
    node.put("retired", h.retired());
    node.put("sample", h.sample());
  }

  /**
   * @throws IllegalArgumentException when it is not a hotspot's
   */
  static Hotspot hotspot(String id, JsonNode node) {
    try {
      return new Hotspot(
          id,
          text(node, "code"),
          facts(node),
          constant(Hotspot.State.class, text(node, "state")),
          confirmation(node),
          node.path("retired").asBoolean(),
          node.path("sample").asBoolean());
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException("the stored hotspot cannot be read", e);
    }
  }

  private static Facts facts(JsonNode node) {
    Map<String, String> tags = new HashMap<>();
    node.path("tags").properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    return new Facts(
        local(node.path("name")),
        constant(Hotspot.Kind.class, text(node, "kind")),
        constant(Hotspot.Access.class, text(node, "access")),
        maybe(node, "ssid"),
        new Timetable(text(node, "hours"), text(node, "hoursRamadan"), text(node, "fridayBreak")),
        maybeLocal(node, "way"),
        new GeoPoint(node.path("lat").asDouble(Double.NaN), node.path("lon").asDouble()),
        node.path("exact").asBoolean(),
        text(node, "place"),
        maybe(node, "operator"),
        maybeLocal(node, "sponsor"),
        maybe(node, "source"),
        tags);
  }

  private static @Nullable Confirmation confirmation(JsonNode node) {
    if (!node.hasNonNull("confirmed")) return null;
    String by = node.path("confirmedBy").asText("source");
    return new Confirmation(
        Instant.parse(text(node, "confirmed")), constant(Confirmation.By.class, by));
  }

  private static ObjectNode texts(LocalText text) {
    ObjectNode node = JSON.createObjectNode();
    for (Language language : Language.values())
      if (text.byLanguage().containsKey(language))
        node.put(language.tag(), text.byLanguage().get(language));
    return node;
  }

  private static LocalText local(JsonNode node) {
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Language language : Language.values())
      if (node.hasNonNull(language.tag())) texts.put(language, text(node, language.tag()));
    return new LocalText(texts);
  }

  private static @Nullable LocalText maybeLocal(JsonNode node, String field) {
    return node.hasNonNull(field) ? local(node.path(field)) : null;
  }

  private static void set(ObjectNode node, String field, @Nullable LocalText text) {
    if (text == null) node.remove(field);
    else node.set(field, texts(text));
  }

  static void put(ObjectNode node, String field, @Nullable String value) {
    if (value == null) node.remove(field);
    else node.put(field, value);
  }

  private static @Nullable String unlessEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  private static @Nullable String maybe(JsonNode node, String field) {
    return node.hasNonNull(field) ? text(node, field) : null;
  }

  static <E extends Enum<E>> E constant(Class<E> type, String lower) {
    return Enum.valueOf(type, lower.toUpperCase(Locale.ROOT));
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
