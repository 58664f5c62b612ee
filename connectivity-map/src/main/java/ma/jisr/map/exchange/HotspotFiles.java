package ma.jisr.map.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.jisr.map.hotspot.Confirmation;
import ma.jisr.map.hotspot.Facts;
import ma.jisr.map.hotspot.Hotspot;

/** Hotspots written as files, with everything that they have: imported again, they are the same. */
public final class HotspotFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private HotspotFiles() {}

  /** The table that somebody fills in: a header, and nothing below it. */
  public static byte[] template() {
    return TableRow.table(Columns.TEMPLATE, List.of());
  }

  public static byte[] csv(Collection<Hotspot> hotspots) {
    return TableRow.table(Columns.ALL, () -> hotspots.stream().map(HotspotFiles::row).iterator());
  }

  /** RFC 7946: longitude first, WGS 84. Texts are as they are: nothing is guarded in JSON. */
  public static byte[] geoJson(Collection<Hotspot> hotspots) {
    ObjectNode root = JSON.createObjectNode();
    root.put("type", "FeatureCollection");
    ArrayNode features = root.putArray("features");
    for (Hotspot hotspot : hotspots) {
      ObjectNode feature = features.addObject();
      feature.put("type", "Feature");
      feature.put("id", hotspot.id());
      ObjectNode geometry = feature.putObject("geometry");
      geometry.put("type", "Point");
      geometry.putArray("coordinates").add(hotspot.point().lon()).add(hotspot.point().lat());
      ObjectNode properties = feature.putObject("properties");
      // All columns, empty ones too: what is missing in a file is left as it was.
      TableRow row = row(hotspot);
      for (String column : Columns.ALL)
        if (!column.equals(Columns.LAT) && !column.equals(Columns.LON))
          properties.put(column, row.cell(column));
    }
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** All that a hotspot says, as one text: the same for equal ones, in any process. */
  static String likeness(Hotspot hotspot) {
    return row(hotspot).cells().toString();
  }

  /** What a hotspot says, by column; without what it does not say. */
  private static TableRow row(Hotspot hotspot) {
    Facts facts = hotspot.facts();
    TableRow row = new TableRow();
    row.put(Columns.ID, hotspot.id());
    row.put(Columns.CODE, hotspot.code());
    row.texts(Columns.NAME, facts.name());
    row.put(Columns.KIND, Words.lower(facts.kind()));
    row.put(Columns.ACCESS, Words.lower(facts.access()));
    row.put(Columns.SSID, facts.ssid());
    row.put(Columns.PLACE, facts.place());
    row.put(Columns.LAT, ReportTable.degrees(facts.point().lat()));
    row.put(Columns.LON, ReportTable.degrees(facts.point().lon()));
    row.put(Columns.EXACT, facts.exact());
    row.put(Columns.HOURS, facts.hours().usual());
    row.put(Columns.HOURS_RAMADAN, facts.hours().ramadan());
    row.put(Columns.FRIDAY_BREAK, facts.hours().fridayBreak());
    row.texts(Columns.WAY, facts.way());
    row.put(Columns.OPERATOR, facts.operator());
    row.texts(Columns.SPONSOR, facts.sponsor());
    row.put(Columns.STATE, Words.lower(hotspot.state()));
    Confirmation word = hotspot.confirmed();
    if (word != null) {
      row.put(Columns.CONFIRMED, word.at().toString());
      row.put(Columns.CONFIRMED_BY, Words.lower(word.by()));
    }
    row.put(Columns.RETIRED, hotspot.retired());
    row.put(Columns.SAMPLE, hotspot.sample());
    row.put(Columns.SOURCE, facts.source());
    if (!facts.tags().isEmpty()) row.put(Columns.TAGS, json(facts.tags()));
    return row;
  }

  private static String json(Map<String, String> tags) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(tags));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("tags cannot be written as JSON", e);
    }
  }
}
