package ma.jisr.map.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import ma.jisr.map.exchange.sheet.SheetRow;

/**
 * What a row says, by our columns.
 *
 * @param row as it stands in the file
 * @param cells by column, without what guards them; a column that the file has and the row leaves
 *     empty is there as ""
 * @param tags what stands in columns that we do not know
 * @param tagged whether the file has such columns, so that none in this row means none
 */
record Told(SheetRow row, Map<String, String> cells, Map<String, String> tags, boolean tagged) {
  Told {
    cells = Collections.unmodifiableMap(new LinkedHashMap<>(cells));
    tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
  }

  /** Whether the file has the column. */
  boolean has(String column) {
    return cells.containsKey(column);
  }

  /** What the row says in it; "" when nothing. */
  String get(String column) {
    return cells.getOrDefault(column, "");
  }
}
