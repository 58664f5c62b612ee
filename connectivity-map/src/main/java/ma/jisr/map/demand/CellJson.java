package ma.jisr.map.demand;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stored form of a {@link DayCell}. Fields that this release does not know are kept. */
final class CellJson {
  /** Written into each document; a node never writes a newer one than its own. */
  static final int SCHEMA = 2;

  /** Indexed: the day of a cell that is not closed. */
  static final String OPEN = "open";

  static final String DAY = "day";

  private static final ObjectMapper JSON = new ObjectMapper();

  private CellJson() {}

  static String write(DayCell cell, String previous) {
    ObjectNode node = object(previous);
    node.put("schema", SCHEMA);
    node.put("place", cell.place());
    node.put(DAY, cell.day());
    node.put("want", cell.want());
    ObjectNode people = JSON.createObjectNode();
    cell.people().forEach(people::put);
    ArrayNode hours = JSON.createArrayNode();
    for (int count : cell.byHour()) hours.add(count);
    node.set("people", people);
    node.set("hours", hours);
    node.put("all", cell.all());
    if (cell.isClosed()) node.remove(OPEN);
    else node.put(OPEN, cell.day());
    return node.toString();
  }

  static DayCell read(String json) {
    JsonNode node = object(json);
    Map<String, Integer> people = new HashMap<>();
    node.path("people").properties().forEach(p -> people.put(p.getKey(), p.getValue().asInt()));
    List<Integer> hours = new ArrayList<>(DayCell.HOURS);
    for (int hour = 0; hour < DayCell.HOURS; hour++)
      hours.add(node.path("hours").path(hour).asInt());
    return new DayCell(
        node.path("place").asText(),
        node.path(DAY).asLong(),
        node.path("want").asText(),
        people,
        hours,
        node.path("all").asInt());
  }

  /** The sealed salt of a day's document. */
  static String salt(String json) {
    return object(json).path("salt").asText();
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException | ClassCastException e) {
      throw new IllegalArgumentException("the stored demand is no JSON object", e);
    }
  }
}
