package ma.jisr.service.audience;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import ma.jisr.base.Msisdn;
import ma.jisr.map.exchange.HeaderWords;
import ma.jisr.map.exchange.TableRow;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.exchange.sheet.Cells;
import ma.jisr.map.exchange.sheet.Format;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.map.exchange.sheet.SheetRow;
import ma.jisr.map.exchange.sheet.Sheets;
import ma.jisr.service.words.MobileCell;

/**
 * A table of people, one number a row, as a town hall keeps it. A row that cannot be is named by
 * its line and what is wrong; what stands in it is repeated nowhere.
 *
 * @param rows that can be, in the order of the file
 * @param refusals of the others
 */
record PeopleTable(List<Row> rows, List<Filled.Refusal> refusals) {
  static final String PHONE = "phone";
  static final String LANGUAGE = "language";
  static final String PLACE = "place";
  static final String KIND = "kind";
  static final String NAME = "name";

  static final List<String> GROUP = List.of(PHONE, LANGUAGE);
  static final List<String> RELAYS = List.of(PHONE, PLACE, KIND, NAME, LANGUAGE);

  /** Rows of one table: the shops of a large town. */
  static final int MOST_ROWS = 10_000;

  private static final HeaderWords WORDS =
      HeaderWords.read(PeopleTable.class, "/ma/jisr/service/audience/headers.csv", RELAYS);

  PeopleTable {
    rows = List.copyOf(rows);
    refusals = List.copyOf(refusals);
  }

  /**
   * One person.
   *
   * @param cells by column; an absent one is ""
   */
  record Row(long line, Msisdn number, Map<String, String> cells) {
    String cell(String column) {
      return cells.getOrDefault(column, "");
    }

    @Override
    public String toString() {
      return "Row[hidden]";
    }
  }

  /** The table to be filled in: a header, and nothing below it. */
  static byte[] template(List<String> columns) {
    return TableRow.table(columns, List.of());
  }

  /**
   * @param key what may be in a table only once, from a row's number and cells
   * @throws BadSheetException when the file cannot be read at all, or has no column of numbers
   */
  static PeopleTable read(byte[] csv, List<String> columns, Function<Row, String> key) {
    Sheet sheet = Sheets.read(csv, Format.CSV);
    Map<String, String> headers = new HashMap<>();
    for (String header : sheet.header())
      for (String column : WORDS.columns(header))
        if (columns.contains(column)) headers.putIfAbsent(column, header);
    if (!headers.containsKey(PHONE))
      throw new BadSheetException(BadSheetException.Fault.NO_HEADER, "");
    List<Row> rows = new ArrayList<>();
    List<Filled.Refusal> refusals = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (SheetRow row : sheet.rows())
      try {
        Row one = row(row, headers);
        if (rows.size() >= MOST_ROWS)
          throw new IllegalArgumentException("row: a table has at most " + MOST_ROWS);
        if (!seen.add(key.apply(one)))
          throw new IllegalArgumentException("phone: is in the file twice");
        rows.add(one);
      } catch (IllegalArgumentException e) {
        refusals.add(new Filled.Refusal(row.line(), String.valueOf(e.getMessage())));
      }
    return new PeopleTable(rows, refusals);
  }

  private static Row row(SheetRow row, Map<String, String> headers) {
    if (!row.fault().isEmpty()) throw new IllegalArgumentException("row: " + row.fault());
    Map<String, String> cells = new HashMap<>();
    headers.forEach((column, header) -> cells.put(column, Cells.text(row.cell(header)).strip()));
    return new Row(
        row.line(), MobileCell.read(PHONE, cells.getOrDefault(PHONE, "")), Map.copyOf(cells));
  }
}
