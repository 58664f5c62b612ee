package ma.jisr.app.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import org.jspecify.annotations.Nullable;

/** The forms in JSON of what many resources have: texts, points, choices. */
final class Forms {
  private Forms() {}

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Each language by its tag. */
  static ObjectNode texts(LocalText text) {
    ObjectNode node = object();
    for (Language language : Language.values()) {
      String words = text.byLanguage().get(language);
      if (words != null) node.put(language.tag(), words);
    }
    return node;
  }

  /** What {@link #texts} writes; null when there is none. */
  static @Nullable LocalText texts(JsonNode node) {
    if (node.isEmpty()) return null;
    Map<Language, String> texts = new EnumMap<>(Language.class);
    for (Map.Entry<String, JsonNode> one : node.properties())
      Language.of(one.getKey()).ifPresent(l -> texts.put(l, one.getValue().asText().strip()));
    return new LocalText(texts);
  }

  static ObjectNode point(GeoPoint point) {
    return object().put("lat", point.lat()).put("lon", point.lon());
  }

  static GeoPoint point(JsonNode node) {
    return new GeoPoint(node.path("lat").asDouble(), node.path("lon").asDouble());
  }

  static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static <E extends Enum<E>> E constant(Class<E> type, String lower) {
    return Enum.valueOf(type, lower.toUpperCase(Locale.ROOT));
  }

  /** A text that is there, without blanks around it; null for none. */
  static @Nullable String line(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() ? value.asText().strip() : null;
  }

  static void put(ObjectNode node, String field, @Nullable String value) {
    if (value != null && !value.isEmpty()) node.put(field, value);
  }

  /** A feature of GeoJSON (RFC 7946, 3.2). */
  static ObjectNode feature(String id, GeoPoint point, ObjectNode properties) {
    ObjectNode feature = object().put("type", "Feature").put("id", id);
    ObjectNode geometry = feature.putObject("geometry").put("type", "Point");
    geometry.putArray("coordinates").add(point.lon()).add(point.lat());
    feature.set("properties", properties);
    return feature;
  }

  /** A collection of them (RFC 7946, 3.3). */
  static ObjectNode collection(Iterable<ObjectNode> features) {
    ObjectNode collection = object().put("type", "FeatureCollection");
    var all = collection.putArray("features");
    features.forEach(all::add);
    return collection;
  }
}
