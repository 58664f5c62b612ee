package ma.jisr.service.shops.file;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.map.exchange.HeaderWords;
import ma.jisr.map.exchange.Told;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.exchange.sheet.BadSheetException.Fault;
import ma.jisr.map.exchange.sheet.Cells;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.map.exchange.sheet.SheetRow;

/** How the columns of a table are read as ours. A column of our own name wins over others. */
final class ShopHeaders {
  private static final HeaderWords WORDS =
      HeaderWords.read(ShopHeaders.class, "/ma/jisr/service/shops/headers.csv", ShopColumns.READ);

  /** By column, the header of the file. */
  private final Map<String, String> headers = new HashMap<>();

  /**
   * @throws BadSheetException when no column of the file is one that we know
   */
  ShopHeaders(Sheet sheet) {
    for (String header : sheet.header()) {
      List<String> columns = WORDS.columns(header);
      if (columns.isEmpty()) continue;
      String column = columns.getFirst();
      if (header.equals(column)) headers.put(column, header);
      else headers.putIfAbsent(column, header);
    }
    if (headers.isEmpty() && !sheet.rows().isEmpty())
      throw new BadSheetException(Fault.NO_HEADER, "");
  }

  Told read(SheetRow row) {
    Map<String, String> cells = new LinkedHashMap<>();
    headers.forEach((column, header) -> cells.put(column, Cells.text(row.cell(header))));
    return new Told(row, cells, Map.of(), false);
  }

  /** The header under which a column stands in the file; "" when it does not. */
  String header(String column) {
    return headers.getOrDefault(column, "");
  }
}
