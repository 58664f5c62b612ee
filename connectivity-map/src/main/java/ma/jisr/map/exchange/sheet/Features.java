package ma.jisr.map.exchange.sheet;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.map.exchange.sheet.BadSheetException.Fault;

/** The features of a map's file, gathered as rows. */
final class Features {
  static final String LAT = "lat";
  static final String LON = "lon";

  /** "no" when the point is the middle of the thing. */
  static final String EXACT = "exact";

  /** What OpenStreetMap calls the element: node, way, relation. */
  static final String TYPE = "osm_type";

  static final String ID = "osm_id";

  private final Format format;
  private final Set<String> header = new LinkedHashSet<>();
  private final List<SheetRow> rows = new ArrayList<>();

  Features(Format format) {
    this.format = format;
  }

  /** One more; a cell that is too long is cut, since its source cannot be mended here. */
  void add(Map<String, String> cells) {
    if (rows.size() == Sheet.MOST_ROWS) throw new BadSheetException(Fault.TOO_LARGE, "");
    cells.values().removeIf(String::isBlank);
    cells.replaceAll(
        (name, cell) -> cell.length() > Sheet.MAX_CELL ? cell.substring(0, Sheet.MAX_CELL) : cell);
    header.addAll(cells.keySet());
    if (header.size() > Sheet.MOST_COLUMNS)
      throw new BadSheetException(Fault.TOO_LARGE, header.size() + " columns");
    rows.add(new SheetRow(rows.size() + 1, cells, ""));
  }

  static void put(Map<String, String> cells, Middle middle, boolean isPoint) {
    if (middle.isEmpty()) return;
    double[] point = middle.point();
    cells.put(LAT, Double.toString(point[0]));
    cells.put(LON, Double.toString(point[1]));
    if (!isPoint) cells.put(EXACT, "no");
  }

  Sheet sheet() {
    return new Sheet(format, List.copyOf(header), rows);
  }
}
