package ma.jisr.map.hotspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import org.jspecify.annotations.Nullable;

/** The stored form of a hotspot. Fields that this release does not know are kept. */
final class HotspotJson {
  /** Written into each document; a node never writes a newer one than its own. */
  static final int SCHEMA = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private HotspotJson() {}

  /**
   * @param previous the stored body that this one replaces; "{}" for a new one
   */
  static String write(Hotspot h, String previous) {
    try {
      ObjectNode node = (ObjectNode) JSON.readTree(previous);
      node.put("schema", SCHEMA);
      node.put("code", h.code());
      node.set("name", texts(h.name()));
      node.put("kind", lower(h.kind()));
      node.put("access", lower(h.access()));
      put(node, "ssid", h.ssid());
      node.put("hours", h.hours());
      node.set("way", texts(h.way()));
      node.put("lat", h.point().lat());
      node.put("lon", h.point().lon());
      node.put("exact", h.exact());
      node.put("place", h.place());
      put(node, "operator", h.operator());
      node.put("state", lower(h.state()));
      put(node, "confirmed", h.confirmed() == null ? null : h.confirmed().toString());
      node.put("sample", h.sample());
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the stored hotspot is not a JSON object", e);
    }
  }

  /**
   * @throws IllegalArgumentException when the body is not a hotspot's
   */
  static Hotspot read(String id, String json) {
    try {
      JsonNode node = JSON.readTree(json);
      return new Hotspot(
          id,
          text(node, "code"),
          local(node.path("name")),
          constant(Hotspot.Kind.class, node, "kind"),
          constant(Hotspot.Access.class, node, "access"),
          maybe(node, "ssid"),
          text(node, "hours"),
          local(node.path("way")),
          new GeoPoint(node.path("lat").asDouble(Double.NaN), node.path("lon").asDouble()),
          node.path("exact").asBoolean(),
          text(node, "place"),
          maybe(node, "operator"),
          constant(Hotspot.State.class, node, "state"),
          node.hasNonNull("confirmed") ? Instant.parse(text(node, "confirmed")) : null,
          node.path("sample").asBoolean());
    } catch (JsonProcessingException | java.time.DateTimeException e) {
      throw new IllegalArgumentException("the stored hotspot cannot be read", e);
    }
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

  private static void put(ObjectNode node, String field, @Nullable String value) {
    if (value == null) node.remove(field);
    else node.put(field, value);
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("");
  }

  private static @Nullable String maybe(JsonNode node, String field) {
    return node.hasNonNull(field) ? text(node, field) : null;
  }

  private static <E extends Enum<E>> E constant(Class<E> type, JsonNode node, String field) {
    return Enum.valueOf(type, text(node, field).toUpperCase(Locale.ROOT));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
