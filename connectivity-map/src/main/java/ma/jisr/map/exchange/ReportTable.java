package ma.jisr.map.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.exchange.sheet.Cells;
import ma.jisr.map.exchange.sheet.Format;
import ma.jisr.map.exchange.sheet.Sheet;

/**
 * The report on a file: its own rows with what became of each, in French and Arabic. It is mended
 * and imported in the file's place: our columns are passed over then.
 */
public final class ReportTable {
  private ReportTable() {}

  /**
   * @param headers the header under which one of our columns stands in the file; "" for none
   */
  public static byte[] write(
      Sheet sheet, UnaryOperator<String> headers, List<? extends Judged<?>> rows) {
    List<String> columns = new ArrayList<>(sheet.header());
    columns.removeIf(column -> column.startsWith(Columns.OURS));
    try (Csv csv = new Csv()) {
      List<String> header = new ArrayList<>();
      header.add(Columns.VERDICT);
      header.add(Columns.FRENCH);
      header.add(Columns.ARABIC);
      header.addAll(columns);
      header.add(Columns.OUR_SOURCE);
      csv.row(header);
      for (Judged<?> row : rows) csv.row(row(sheet, headers, columns, row));
      return csv.bytes();
    }
  }

  /** The report on a file that cannot be read at all. */
  public static byte[] of(BadSheetException bad) {
    try (Csv csv = new Csv()) {
      csv.row(List.of(Columns.VERDICT, Columns.FRENCH, Columns.ARABIC));
      csv.row(List.of(Verdict.REFUSED.word(), bad.fault().french(), bad.fault().arabic()));
      return csv.bytes();
    }
  }

  private static List<String> row(
      Sheet sheet, UnaryOperator<String> headers, List<String> columns, Judged<?> judged) {
    List<String> cells = new ArrayList<>();
    cells.add(judged.verdict().word());
    cells.add(
        judged.verdict().french()
            + judged.notes().stream()
                .map(Note::french)
                .map(n -> " ; " + n)
                .reduce("", String::concat));
    cells.add(
        judged.verdict().arabic()
            + judged.notes().stream()
                .map(Note::arabic)
                .map(n -> " ؛ " + n)
                .reduce("", String::concat));
    for (String column : columns) cells.add(cell(sheet, headers, column, judged));
    cells.add(judged.source());
    return cells;
  }

  private static String cell(
      Sheet sheet, UnaryOperator<String> headers, String column, Judged<?> judged) {
    GeoPoint right = judged.corrected();
    if (right != null) {
      if (column.equals(headers.apply(Columns.LAT))) return degrees(right.lat());
      if (column.equals(headers.apply(Columns.LON))) return degrees(right.lon());
      if (column.equals(headers.apply(Columns.POINT)))
        return degrees(right.lat()) + ", " + degrees(right.lon());
    }
    String cell = judged.row().cell(column);
    return sheet.format() == Format.CSV ? Cells.text(cell) : Cells.plain(cell);
  }

  /** Never in the short form that a spreadsheet takes for a date ("31.5"), nor with an exponent. */
  public static String degrees(double degrees) {
    String shortest = Double.toString(degrees);
    int point = shortest.indexOf('.');
    if (shortest.indexOf('E') >= 0) return new java.math.BigDecimal(shortest).toPlainString();
    int decimals = shortest.length() - point - 1;
    return decimals >= 5 ? shortest : String.format(Locale.ROOT, "%.5f", degrees);
  }
}
