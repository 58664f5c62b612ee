package ma.jisr.map.exchange.sheet;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.map.exchange.sheet.BadSheetException.Fault;

/** CSV as spreadsheets really save it: any of three separators, cells too few or too many. */
final class CsvSheets {
  private static final List<Character> SEPARATORS = List.of(';', ',', '\t', '|');

  /** Lines by which the separator is found. */
  private static final int SAMPLE = 20;

  private CsvSheets() {}

  static Sheet read(String text) {
    Body body = body(text);
    List<SheetRow> rows = new ArrayList<>();
    List<String> header = List.of();
    try (CsvReader<CsvRecord> records = reader(body.separator(), body.text())) {
      for (CsvRecord record : records) {
        if (header.isEmpty()) header = header(record.getFields());
        else if (rows.size() == Sheet.MOST_ROWS) throw new BadSheetException(Fault.TOO_LARGE, "");
        else if (!isBlank(record.getFields())) rows.add(row(header, record, body.lines()));
      }
    } catch (CsvParseException e) {
      // Without its message: that quotes the file.
      throw new BadSheetException(Fault.NOT_READABLE, "not CSV");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (header.isEmpty()) throw new BadSheetException(Fault.EMPTY, "");
    return new Sheet(Format.CSV, header, rows);
  }

  /**
   * What is read.
   *
   * @param lines before the header
   */
  private record Body(String text, char separator, int lines) {}

  private static Body body(String text) {
    // A spreadsheet's own way to say the separator, on a line of its own.
    if (text.regionMatches(true, 0, "sep=", 0, 4) && text.length() > 5) {
      int end = text.indexOf('\n');
      if (end >= 5 && end <= 6) return new Body(text.substring(end + 1), text.charAt(4), 1);
    }
    return new Body(text, separator(text), 0);
  }

  /** The separator by which most columns come out alike in the first lines. */
  private static char separator(String text) {
    char best = SEPARATORS.getFirst();
    long most = -1;
    for (char separator : SEPARATORS) {
      long score = score(separator, text);
      if (score > most) {
        best = separator;
        most = score;
      }
    }
    return best;
  }

  private static long score(char separator, String text) {
    int columns = 0;
    int alike = 0;
    int lines = 0;
    try (CsvReader<CsvRecord> records = reader(separator, text)) {
      for (CsvRecord record : records) {
        if (lines++ == 0) columns = record.getFieldCount();
        if (record.getFieldCount() == columns) alike++;
        if (lines == SAMPLE) break;
      }
    } catch (CsvParseException e) {
      return -1;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return columns <= 1 ? 0 : (long) columns * 100 * alike / lines;
  }

  private static CsvReader<CsvRecord> reader(char separator, String text) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .detectBomHeader(false)
        .ofCsvRecord(text);
  }

  /** Distinct names: a column without one is told by its place, a second one by its number. */
  private static List<String> header(List<String> fields) {
    if (fields.size() > Sheet.MOST_COLUMNS)
      throw new BadSheetException(Fault.TOO_LARGE, fields.size() + " columns");
    Set<String> names = new LinkedHashSet<>();
    for (int i = 0; i < fields.size(); i++) {
      String name = Cells.text(fields.get(i));
      if (name.isEmpty()) name = "column " + (i + 1);
      String distinct = name;
      for (int n = 2; !names.add(distinct); n++) distinct = name + " (" + n + ")";
    }
    return List.copyOf(names);
  }

  private static SheetRow row(List<String> header, CsvRecord record, int linesBefore) {
    Map<String, String> cells = new LinkedHashMap<>();
    List<String> fields = record.getFields();
    String fault = "";
    for (int i = 0; i < fields.size(); i++) {
      String cell = fields.get(i);
      if (cell.isBlank()) continue;
      if (i >= header.size()) fault = "more cells than columns";
      else if (cell.length() > Sheet.MAX_CELL) fault = header.get(i) + " is too long";
      else cells.put(header.get(i), cell);
    }
    return new SheetRow(record.getStartingLineNumber() + linesBefore, cells, fault);
  }

  private static boolean isBlank(List<String> fields) {
    return fields.stream().allMatch(String::isBlank);
  }
}
