package ma.jisr.map.exchange;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.exchange.sheet.BadSheetException.Fault;
import ma.jisr.map.exchange.sheet.Cells;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.map.exchange.sheet.SheetRow;

/**
 * How the columns of one table are read as ours, by the words of a {@link HeaderWords}. A column of
 * our own name wins over others.
 */
public final class TableHeaders {
  /** By column, the header of the file. */
  private final Map<String, String> headers = new HashMap<>();

  /**
   * @throws BadSheetException when no column of the file is one that we know
   */
  public TableHeaders(HeaderWords words, Sheet sheet) {
    for (String header : sheet.header()) {
      List<String> columns = words.columns(header);
      if (columns.isEmpty()) continue;
      String column = columns.getFirst();
      if (header.equals(column)) headers.put(column, header);
      else headers.putIfAbsent(column, header);
    }
    if (headers.isEmpty() && !sheet.rows().isEmpty())
      throw new BadSheetException(Fault.NO_HEADER, "");
  }

  public Told read(SheetRow row) {
    Map<String, String> cells = new LinkedHashMap<>();
    headers.forEach((column, header) -> cells.put(column, Cells.text(row.cell(header))));
    return new Told(row, cells, Map.of(), false);
  }

  /** The header under which a column stands in the file; "" when it does not. */
  public String header(String column) {
    return headers.getOrDefault(column, "");
  }
}
