package ma.jisr.map.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32C;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.exchange.sheet.BadSheetException.Fault;
import ma.jisr.map.exchange.sheet.Cells;
import ma.jisr.map.exchange.sheet.Format;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.map.exchange.sheet.SheetRow;

/** How the columns of a file are read as ours. */
final class Headers {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Sheet sheet;
  private final boolean osm;
  private final boolean own;

  /** By header: the columns that it may be; what is not here is a tag. */
  private final Map<String, List<String>> meanings = new LinkedHashMap<>();

  private final String fingerprint;
  private final boolean tagged;

  /**
   * @throws BadSheetException when no column of the file is one that we know
   */
  Headers(Sheet sheet) {
    this.sheet = sheet;
    this.osm = isOsm(sheet);
    this.own = !osm && sheet.has(Columns.KIND) && sheet.has(Columns.PLACE);
    for (String header : sheet.header()) {
      List<String> columns = Lexicon.columns(header, osm);
      if (!columns.isEmpty()) meanings.put(header, columns);
    }
    if (meanings.isEmpty() && !sheet.rows().isEmpty())
      throw new BadSheetException(Fault.NO_HEADER, "");
    this.fingerprint = fingerprint();
    this.tagged = sheet.has(Columns.TAGS) || sheet.header().stream().anyMatch(this::isTag);
  }

  /** What exports of OpenStreetMap have, in whichever format; its "access" is not our access. */
  private static boolean isOsm(Sheet sheet) {
    return sheet.format() == Format.OSM_XML
        || sheet.format() == Format.OVERPASS
        || sheet.has("osm_id")
        || sheet.has("@id");
  }

  boolean isOsm() {
    return osm;
  }

  /** Whether it is a table of ours: its ids are then our ids. */
  boolean isOwn() {
    return own;
  }

  Told read(SheetRow row) {
    Map<String, String> cells = new LinkedHashMap<>();
    Map<String, String> tags = new LinkedHashMap<>();
    Set<String> exact = new HashSet<>();
    for (String header : sheet.header()) {
      String text = text(row.cell(header));
      if (header.equals(Columns.TAGS)) tags(text, tags);
      else if (header.equals(Columns.OUR_SOURCE)) cells.put(Columns.SOURCE, text);
      else if (isTag(header)) put(tags, header, text);
      else if (meanings.containsKey(header)) cell(header, text, cells, tags, exact);
    }
    if (sheet.has(Columns.OUR_SOURCE))
      cells.put(Columns.SOURCE, text(row.cell(Columns.OUR_SOURCE)));
    else source(row, cells);
    return new Told(row, cells, tags, tagged);
  }

  /** The column of our own name for it wins over others; a second of those is kept as a tag. */
  private void cell(
      String header,
      String text,
      Map<String, String> cells,
      Map<String, String> tags,
      Set<String> exact) {
    String column = column(header, text);
    boolean ours = header.equals(column);
    if (exact.contains(column) || (!ours && !cells.getOrDefault(column, "").isEmpty())) {
      // Another of its names elsewhere says nothing; another landmark or city may.
      if (!column.equals(Columns.SOURCE)) put(tags, header, text);
      return;
    }
    if (ours) exact.add(column);
    cells.put(column, text);
  }

  /** Where a header may mean two columns, the one whose words the cell speaks. */
  private String column(String header, String text) {
    List<String> columns = meanings.getOrDefault(header, List.of());
    for (String column : columns)
      if (columns.size() > 1 && Lexicon.word(column, text).isPresent()) return column;
    return columns.getFirst();
  }

  private boolean isTag(String header) {
    return !meanings.containsKey(header)
        && !header.startsWith(Columns.OURS)
        && !header.equals(Columns.TAGS);
  }

  /** The header under which a column stands in the file; "" when it does not. */
  String header(String column) {
    if (sheet.has(column)) return column;
    for (Map.Entry<String, List<String>> meaning : meanings.entrySet())
      if (meaning.getValue().contains(column)) return meaning.getKey();
    return "";
  }

  /** Only in a table are cells guarded, and blanks around them an accident. */
  private String text(String cell) {
    return sheet.format() == Format.CSV ? Cells.text(cell) : Cells.plain(cell);
  }

  private static void put(Map<String, String> tags, String header, String text) {
    if (!text.isEmpty()) tags.put(header, text);
  }

  private static void tags(String json, Map<String, String> tags) {
    if (json.isEmpty()) return;
    try {
      JsonNode node = JSON.readTree(json);
      if (!node.isObject()) tags.put(Columns.TAGS, json);
      else node.properties().forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
    } catch (JsonProcessingException e) {
      tags.put(Columns.TAGS, json);
    }
  }

  /**
   * What others call the row becomes what it is known by when the file comes again: with the kind
   * of element for OpenStreetMap, else with a mark of the file's columns, since two cities number
   * their hotspots from 1.
   */
  private void source(SheetRow row, Map<String, String> cells) {
    if (sheet.has(Columns.SOURCE) && !osm) return;
    if (osm) cells.put(Columns.SOURCE, osmSource(row));
    else if (!own) {
      String name = cells.getOrDefault(Columns.SOURCE, "");
      if (name.isEmpty()) name = cells.getOrDefault(Columns.ID, "");
      cells.remove(Columns.ID);
      cells.put(Columns.SOURCE, name.isEmpty() ? "" : fingerprint + ":" + name);
    }
  }

  private static String osmSource(SheetRow row) {
    String whole = row.cell("@id").isEmpty() ? row.cell("id") : row.cell("@id");
    if (whole.contains("/")) return "osm:" + whole;
    String id = row.cell("osm_id");
    String type = row.cell("osm_type");
    if (!id.isEmpty() && !type.isEmpty()) return "osm:" + type + '/' + id;
    String full = row.cell("full_id");
    if (full.length() < 2) return id.isEmpty() ? "" : "osm:" + id;
    List<String> types = List.of("node", "way", "relation");
    for (String known : types)
      if (known.charAt(0) == full.charAt(0)) return "osm:" + known + '/' + full.substring(1);
    return "osm:" + full;
  }

  private String fingerprint() {
    List<String> names = new ArrayList<>(sheet.header());
    names.removeIf(name -> name.startsWith(Columns.OURS));
    CRC32C crc = new CRC32C();
    crc.update(String.join("\n", names).getBytes(StandardCharsets.UTF_8));
    return sheet.format().word() + '-' + Long.toHexString(crc.getValue());
  }
}
