package ma.jisr.map.table;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A CSV file (RFC 4180, UTF-8, with a header) turned into values, or into a list of problems. */
public final class Table {
  /** Rows read at most: the largest gazetteer that was seen has 45,859. */
  public static final int MOST_ROWS = 200_000;

  private Table() {}

  /**
   * The values of all rows.
   *
   * @param name of the file, for the problems
   * @throws BadTableException naming every row that {@code each} refused with a {@link
   *     BadCellException} or an {@link IllegalArgumentException}
   */
  public static <T> List<T> read(String name, Reader text, Function<Row, T> each) {
    List<T> values = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().detectBomHeader(false).ofNamedCsvRecord(text)) {
      for (NamedCsvRecord fields : rows) {
        Row row = new Row(fields);
        if (values.size() >= MOST_ROWS) {
          problems.add(at(name, row) + "more than " + MOST_ROWS + " rows");
          break;
        }
        try {
          values.add(each.apply(row));
        } catch (BadCellException | IllegalArgumentException e) {
          problems.add(at(name, row) + e.getMessage());
        }
      }
    } catch (CsvParseException e) {
      problems.add(name + ": " + e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!problems.isEmpty()) throw new BadTableException(problems);
    return values;
  }

  /** The values of a resource beside the class. */
  public static <T> List<T> resource(Class<?> beside, String path, Function<Row, T> each) {
    try (Reader text =
        new InputStreamReader(
            Objects.requireNonNull(beside.getResourceAsStream(path), path),
            StandardCharsets.UTF_8)) {
      return read(path, text, each);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String at(String name, Row row) {
    return name + " line " + row.line() + ": ";
  }
}
