package ma.jisr.map.place;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;

/**
 * The stored form of a place that was imported. Fields that this release does not know are kept.
 */
public final class PlaceJson {
  /** Written into each document; a node never writes a newer one than its own. */
  static final int SCHEMA = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private PlaceJson() {}

  /**
   * @param previous the stored body that this one replaces; "{}" for a new one
   */
  public static String write(Place place, String previous) {
    try {
      ObjectNode node = (ObjectNode) JSON.readTree(previous);
      node.put("schema", Math.max(SCHEMA, node.path("schema").asInt()));
      node.put("province", place.province());
      node.put("commune", place.commune());
      node.put("level", place.level().word());
      ObjectNode names = node.putObject("name");
      for (Language language : Language.values())
        if (place.name().byLanguage().containsKey(language))
          names.put(language.tag(), place.name().byLanguage().get(language));
      var aliases = node.putArray("aliases");
      place.aliases().forEach(aliases::add);
      node.put("lat", place.point().lat());
      node.put("lon", place.point().lon());
      node.put("approximate", place.approximate());
      node.put("population", place.population());
      ObjectNode codes = node.putObject("codes");
      for (PlaceCode code : PlaceCode.values())
        if (place.codes().containsKey(code)) codes.put(code.word(), place.codes().get(code));
      return JSON.writeValueAsString(node);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the stored place is not a JSON object", e);
    }
  }

  /**
   * @throws IllegalArgumentException when the body is not a place's
   */
  public static Place read(String id, String json) {
    try {
      JsonNode node = JSON.readTree(json);
      List<String> aliases = new ArrayList<>();
      node.path("aliases").forEach(alias -> aliases.add(alias.asText()));
      Map<PlaceCode, String> codes = new EnumMap<>(PlaceCode.class);
      for (PlaceCode code : PlaceCode.values())
        if (node.path("codes").hasNonNull(code.word()))
          codes.put(code, node.path("codes").path(code.word()).asText());
      return new Place(
          id,
          node.path("province").asText(),
          node.path("commune").asText(),
          Level.of(node.path("level").asText())
              .orElseThrow(() -> new IllegalArgumentException("the stored place has no level")),
          name(node.path("name")),
          aliases,
          new GeoPoint(node.path("lat").asDouble(Double.NaN), node.path("lon").asDouble()),
          node.path("approximate").asBoolean(),
          node.path("population").asLong(),
          codes);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the stored place cannot be read", e);
    }
  }

  private static LocalText name(JsonNode node) {
    Map<Language, String> names = new EnumMap<>(Language.class);
    for (Language language : Language.values())
      if (node.hasNonNull(language.tag())) names.put(language, node.path(language.tag()).asText());
    return new LocalText(names);
  }
}
