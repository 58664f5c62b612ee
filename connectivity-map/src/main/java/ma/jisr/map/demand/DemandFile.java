package ma.jisr.map.demand;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;

/**
 * Unmet demand as files: CSV in UTF-8 with commas (RFC 4180), and GeoJSON with a point for each row
 * (RFC 7946). A place that the gazetteer no longer knows keeps its id, without name and point.
 */
public final class DemandFile {
  private static final List<String> HEAD =
      List.of(
          "place",
          "name_fr",
          "name_ar",
          "province",
          "lat",
          "lon",
          "want",
          "hour",
          "asked",
          "people",
          "days");

  private DemandFile() {}

  public static String csv(List<DemandRow> rows, Gazetteer gazetteer) {
    StringWriter out = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
      csv.writeRecord(HEAD);
      for (DemandRow row : rows) {
        Optional<Area> area = gazetteer.area(row.place());
        csv.writeRecord(
            row.place(),
            name(area, Language.FR),
            name(area, Language.AR),
            province(area, gazetteer),
            area.map(a -> degrees(a.point().lat())).orElse(""),
            area.map(a -> degrees(a.point().lon())).orElse(""),
            row.want(),
            row.hour() == null ? "" : row.hour().toString(),
            Long.toString(row.asked()),
            Integer.toString(row.people()),
            Integer.toString(row.days()));
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return out.toString();
  }

  public static String geoJson(List<DemandRow> rows, Gazetteer gazetteer) {
    JsonNodeFactory json = JsonNodeFactory.instance;
    ArrayNode features = json.arrayNode();
    for (DemandRow row : rows) {
      Optional<Area> area = gazetteer.area(row.place());
      ObjectNode feature = features.addObject().put("type", "Feature");
      if (area.isPresent()) {
        ObjectNode geometry = feature.putObject("geometry").put("type", "Point");
        geometry
            .putArray("coordinates")
            .add(area.get().point().lon())
            .add(area.get().point().lat());
      } else {
        feature.putNull("geometry");
      }
      ObjectNode facts = feature.putObject("properties");
      facts.put("place", row.place());
      facts.put("name_fr", name(area, Language.FR)).put("name_ar", name(area, Language.AR));
      facts.put("province", province(area, gazetteer));
      facts.put("want", row.want());
      if (row.hour() == null) facts.putNull("hour");
      else facts.put("hour", row.hour());
      facts.put("asked", row.asked()).put("people", row.people()).put("days", row.days());
    }
    return json.objectNode().put("type", "FeatureCollection").set("features", features).toString();
  }

  private static String name(Optional<Area> area, Language language) {
    return area.map(Area::name)
        .map(LocalText::byLanguage)
        .map(names -> names.get(language))
        .orElse("");
  }

  private static String province(Optional<Area> area, Gazetteer gazetteer) {
    return area.flatMap(gazetteer::provinceOf).map(Area::id).orElse("");
  }

  private static String degrees(double value) {
    return String.format(Locale.ROOT, "%.5f", value);
  }
}
