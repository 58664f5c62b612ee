package ma.jisr.map.exchange.sheet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One row of a file, or one feature of a map's.
 *
 * @param line where it begins: the line of a CSV file, else the number of the feature, from 1
 * @param cells by the names of the header, as they were written; without the empty ones
 * @param fault what is wrong with the row as a row; "" when nothing is
 */
public record SheetRow(long line, Map<String, String> cells, String fault) {
  public SheetRow {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
  }

  /** The cell of a column; "" when it is empty. */
  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }
}
