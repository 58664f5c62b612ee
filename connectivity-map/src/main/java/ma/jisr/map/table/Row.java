package ma.jisr.map.table;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.Locale;
import java.util.Optional;
import ma.jisr.base.GeoPoint;

/** One row of a table, read by column name. What it refuses becomes a problem of its line. */
public final class Row {
  private final NamedCsvRecord fields;

  Row(NamedCsvRecord fields) {
    this.fields = fields;
  }

  /** The line of the file on which the row starts, from 1. */
  public long line() {
    return fields.getStartingLineNumber();
  }

  /** The trimmed text of the column; empty when the column or its text is missing. */
  public Optional<String> text(String column) {
    return fields.findField(column).map(String::strip).filter(t -> !t.isEmpty());
  }

  public String need(String column) {
    return text(column).orElseThrow(() -> new BadCellException(column + " is missing"));
  }

  public double number(String column) {
    String text = need(column);
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new BadCellException(column + " '" + text + "' is not a number such as 31.63");
    }
  }

  /** A count; 0 when the cell is empty. */
  public long count(String column) {
    String text = text(column).orElse("0");
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new BadCellException(column + " '" + text + "' is not a whole number");
    }
  }

  /** {@code yes} or {@code no}. */
  public boolean flag(String column) {
    return switch (need(column)) {
      case "yes" -> true;
      case "no" -> false;
      case String other -> throw new BadCellException(column + " '" + other + "' is not yes or no");
    };
  }

  /** One of the constants, in lower case. */
  public <E extends Enum<E>> E oneOf(String column, Class<E> type) {
    String text = need(column);
    for (E constant : type.getEnumConstants())
      if (constant.name().toLowerCase(Locale.ROOT).equals(text)) return constant;
    String known =
        String.join(
            ", ",
            java.util.Arrays.stream(type.getEnumConstants())
                .map(c -> c.name().toLowerCase(Locale.ROOT))
                .toList());
    throw new BadCellException(column + " '" + text + "' is none of: " + known);
  }

  /** The columns {@code lat} and {@code lon}, WGS 84 degrees. */
  public GeoPoint point() {
    double lat = number("lat");
    double lon = number("lon");
    if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180))
      throw new BadCellException("lat " + lat + ", lon " + lon + " is no point on the earth");
    return new GeoPoint(lat, lon);
  }
}
