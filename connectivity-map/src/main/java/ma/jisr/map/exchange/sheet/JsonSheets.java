package ma.jisr.map.exchange.sheet;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import ma.jisr.map.exchange.sheet.BadSheetException.Fault;

/**
 * GeoJSON (RFC 7946; the {@code crs} of its elder is looked at and must say WGS 84) and the JSON of
 * Overpass. Read feature by feature: a large file is never held as a tree.
 */
final class JsonSheets {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Features features;
  private final Format format;

  private JsonSheets(Format format) {
    this.format = format;
    this.features = new Features(format);
  }

  static Sheet read(String text, Format format) {
    try (JsonParser json = JSON.createParser(text)) {
      return new JsonSheets(format).read(json);
    } catch (IOException e) {
      // Without its message: that quotes the file.
      throw new BadSheetException(Fault.NOT_READABLE, "not " + format.word());
    }
  }

  private Sheet read(JsonParser json) throws IOException {
    if (json.nextToken() != JsonToken.START_OBJECT)
      throw new BadSheetException(Fault.NOT_READABLE, "not an object");
    Map<String, JsonNode> single = new LinkedHashMap<>();
    boolean many = false;
    String list = format == Format.OVERPASS ? "elements" : "features";
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String field = json.currentName();
      JsonToken value = json.nextToken();
      if (field.equals(list) && value == JsonToken.START_ARRAY) {
        many = true;
        while (json.nextToken() != JsonToken.END_ARRAY) add(json.readValueAsTree());
      } else if (field.equals("crs")) coordinates(json.readValueAsTree());
      else if (field.equals("geometry") || field.equals("properties") || field.equals("id"))
        single.put(field, json.readValueAsTree());
      else json.skipChildren();
    }
    if (!many && single.isEmpty()) throw new BadSheetException(Fault.NOT_READABLE, "no " + list);
    if (!many) add(JSON.valueToTree(single));
    return features.sheet();
  }

  /**
   * CRS84 is GeoJSON's own; EPSG:4326 is the same datum, and its order of axes is looked at later.
   */
  private static void coordinates(JsonNode crs) {
    if (crs.isNull()) return;
    String name = crs.path("properties").path("name").asText("").toUpperCase(Locale.ROOT);
    boolean known = name.endsWith("CRS84") || name.endsWith(":4326") || name.endsWith("::4979");
    if (!known) throw new BadSheetException(Fault.OTHER_COORDINATES, "");
  }

  private void add(JsonNode node) {
    Map<String, String> cells = new LinkedHashMap<>();
    if (format == Format.OVERPASS) element(node, cells);
    else feature(node, cells);
    features.add(cells);
  }

  private static void feature(JsonNode feature, Map<String, String> cells) {
    put(cells, "id", feature.path("id"));
    Middle middle = new Middle();
    JsonNode geometry = feature.path("geometry");
    points(geometry, middle);
    Features.put(cells, middle, geometry.path("type").asText().equals("Point"));
    feature
        .path("properties")
        .properties()
        .forEach(
            property -> {
              if (!cells.containsKey(property.getKey()))
                put(cells, property.getKey(), property.getValue());
            });
  }

  private static void element(JsonNode element, Map<String, String> cells) {
    put(cells, Features.TYPE, element.path("type"));
    put(cells, Features.ID, element.path("id"));
    Middle middle = new Middle();
    boolean isNode = element.has("lat");
    JsonNode at = isNode ? element : element.path("center");
    if (at.has("lat") && at.has("lon"))
      middle.add(new double[] {at.path("lat").asDouble(), at.path("lon").asDouble()});
    JsonNode box = element.path("bounds");
    if (middle.isEmpty() && box.has("minlat")) {
      middle.add(new double[] {box.path("minlat").asDouble(), box.path("minlon").asDouble()});
      middle.add(new double[] {box.path("maxlat").asDouble(), box.path("maxlon").asDouble()});
    }
    Features.put(cells, middle, isNode);
    element
        .path("tags")
        .properties()
        .forEach(tag -> cells.putIfAbsent(tag.getKey(), tag.getValue().asText()));
  }

  /** All positions of a geometry of any kind: arrays within arrays, longitude first. */
  private static void points(JsonNode geometry, Middle middle) {
    geometry.path("geometries").forEach(part -> points(part, middle));
    positions(geometry.path("coordinates"), middle);
  }

  private static void positions(JsonNode array, Middle middle) {
    if (array.size() >= 2 && array.path(0).isNumber() && array.path(1).isNumber())
      middle.add(new double[] {array.path(1).asDouble(), array.path(0).asDouble()});
    else array.forEach(part -> positions(part, middle));
  }

  private static void put(Map<String, String> cells, String name, JsonNode value) {
    if (value.isNull() || value.isMissingNode()) return;
    cells.put(name, value.isValueNode() ? value.asText() : value.toString());
  }
}
