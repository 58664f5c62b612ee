package ma.jisr.map.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.hotspot.Confirmation;
import ma.jisr.map.hotspot.Facts;
import ma.jisr.map.hotspot.Hotspot;
import org.jspecify.annotations.Nullable;

/** Hotspots written as files, with everything that they have: imported again, they are the same. */
public final class HotspotFiles {
  private static final ObjectMapper JSON = new ObjectMapper();

  private HotspotFiles() {}

  /** The table that somebody fills in: a header, and nothing below it. */
  public static byte[] template() {
    try (Csv csv = new Csv()) {
      csv.row(Columns.TEMPLATE);
      return csv.bytes();
    }
  }

  public static byte[] csv(Collection<Hotspot> hotspots) {
    try (Csv csv = new Csv()) {
      csv.row(Columns.ALL);
      for (Hotspot hotspot : hotspots) {
        Map<String, String> cells = cells(hotspot);
        List<String> row = new ArrayList<>();
        for (String column : Columns.ALL) row.add(cells.getOrDefault(column, ""));
        csv.row(row);
      }
      return csv.bytes();
    }
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
      Map<String, String> cells = cells(hotspot);
      for (String column : Columns.ALL)
        if (!column.equals(Columns.LAT) && !column.equals(Columns.LON))
          properties.put(column, cells.getOrDefault(column, ""));
    }
    return root.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** All that a hotspot says, as one text: the same for equal ones, in any process. */
  static String likeness(Hotspot hotspot) {
    return cells(hotspot).toString();
  }

  /** What a hotspot says, by column; without what it does not say. */
  private static Map<String, String> cells(Hotspot hotspot) {
    Facts facts = hotspot.facts();
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put(Columns.ID, hotspot.id());
    cells.put(Columns.CODE, hotspot.code());
    texts(cells, Columns.NAME, facts.name());
    cells.put(Columns.KIND, Words.lower(facts.kind()));
    cells.put(Columns.ACCESS, Words.lower(facts.access()));
    maybe(cells, Columns.SSID, facts.ssid());
    cells.put(Columns.PLACE, facts.place());
    cells.put(Columns.LAT, ReportTable.degrees(facts.point().lat()));
    cells.put(Columns.LON, ReportTable.degrees(facts.point().lon()));
    cells.put(Columns.EXACT, yes(facts.exact()));
    cells.put(Columns.HOURS, facts.hours().usual());
    cells.put(Columns.HOURS_RAMADAN, facts.hours().ramadan());
    cells.put(Columns.FRIDAY_BREAK, facts.hours().fridayBreak());
    texts(cells, Columns.WAY, facts.way());
    maybe(cells, Columns.OPERATOR, facts.operator());
    texts(cells, Columns.SPONSOR, facts.sponsor());
    cells.put(Columns.STATE, Words.lower(hotspot.state()));
    Confirmation word = hotspot.confirmed();
    if (word != null) {
      cells.put(Columns.CONFIRMED, word.at().toString());
      cells.put(Columns.CONFIRMED_BY, Words.lower(word.by()));
    }
    cells.put(Columns.RETIRED, yes(hotspot.retired()));
    cells.put(Columns.SAMPLE, yes(hotspot.sample()));
    maybe(cells, Columns.SOURCE, facts.source());
    if (!facts.tags().isEmpty()) cells.put(Columns.TAGS, json(facts.tags()));
    return cells;
  }

  private static String json(Map<String, String> tags) {
    try {
      return JSON.writeValueAsString(new TreeMap<>(tags));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("tags cannot be written as JSON", e);
    }
  }

  private static void texts(Map<String, String> cells, String prefix, @Nullable LocalText text) {
    if (text == null) return;
    for (Language language : Language.values())
      maybe(cells, prefix + language.tag(), text.byLanguage().get(language));
  }

  private static void maybe(Map<String, String> cells, String column, @Nullable String text) {
    if (text != null) cells.put(column, text);
  }

  private static String yes(boolean flag) {
    return flag ? "yes" : "no";
  }
}
