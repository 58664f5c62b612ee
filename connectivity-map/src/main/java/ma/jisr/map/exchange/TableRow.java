package ma.jisr.map.exchange;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import org.jspecify.annotations.Nullable;

/** What something says, by column, to be written into a table; without what it does not say. */
public final class TableRow {
  private final Map<String, String> cells = new LinkedHashMap<>();

  /** Sets a cell, unless there is nothing to say. */
  public TableRow put(String column, @Nullable String text) {
    if (text != null) cells.put(column, text);
    return this;
  }

  public TableRow put(String column, boolean flag) {
    return put(column, flag ? "yes" : "no");
  }

  /** Sets a cell for each language. */
  public TableRow texts(String prefix, @Nullable LocalText text) {
    if (text == null) return this;
    for (Language language : Language.values())
      put(prefix + language.tag(), text.byLanguage().get(language));
    return this;
  }

  /** "" for what it does not say. */
  public String cell(String column) {
    return cells.getOrDefault(column, "");
  }

  /** All that it says, in the order in which it was said. */
  public Map<String, String> cells() {
    return Collections.unmodifiableMap(cells);
  }

  /** A table of rows under a header. */
  public static byte[] table(List<String> columns, Iterable<TableRow> rows) {
    try (Csv csv = new Csv()) {
      csv.row(columns);
      for (TableRow row : rows) csv.row(columns.stream().map(row::cell).toList());
      return csv.bytes();
    }
  }
}
