package ma.jisr.map.position;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import ma.jisr.base.GeoPoint;

/**
 * A file of OpenCelliD: {@code radio,mcc,net,area,cell,unit,lon,lat,range,samples,changeable,…},
 * with or without that header, plain or gzipped. Rows of other countries are passed over.
 */
final class CellFile {
  /** Most cells kept: six times what Morocco had in 2024; 400 MB while they are read. */
  static final int MOST_CELLS = 2_000_000;

  /** Most rows read: the file of the whole world has some 50 million. */
  static final long MOST_ROWS = 100_000_000;

  /** Problems that are told; the others are counted. */
  static final int MOST_PROBLEMS = 10;

  /** How far from it a phone may be when the file does not say: a cell in the country, metres. */
  static final long RANGE_UNKNOWN = 5_000;

  private static final int MCC = 1;
  private static final int NET = 2;
  private static final int AREA = 3;
  private static final int CELL = 4;
  private static final int LON = 6;
  private static final int LAT = 7;
  private static final int RANGE = 8;
  private static final int SAMPLES = 9;

  private final int mcc;
  private final CellTable.Builder table = new CellTable.Builder();
  private final List<String> problems = new ArrayList<>();
  private long rows;
  private long elsewhere;
  private long bad;

  private CellFile(int mcc) {
    this.mcc = mcc;
  }

  /**
   * What a file holds.
   *
   * @param table its cells
   * @param rows all of them
   * @param elsewhere rows of other countries
   * @param bad rows that cannot be used
   * @param problems of the first of them, with their lines
   */
  record Content(CellTable table, long rows, long elsewhere, long bad, List<String> problems) {
    Content {
      problems = List.copyOf(problems);
    }
  }

  /**
   * @param mcc the country whose cells are wanted
   * @throws UncheckedIOException when the file cannot be read
   */
  static Content read(Path file, int mcc) {
    CellFile cells = new CellFile(mcc);
    try (InputStream bytes = open(file);
        Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8);
        CsvReader<CsvRecord> records =
            CsvReader.builder()
                .detectBomHeader(false)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofCsvRecord(text)) {
      for (CsvRecord row : records) if (!cells.take(row)) break;
    } catch (CsvParseException e) {
      cells.problem("the file is not CSV behind row " + cells.rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Content(cells.table.build(), cells.rows, cells.elsewhere, cells.bad, cells.problems);
  }

  private static InputStream open(Path file) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    bytes.mark(2);
    boolean zipped = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    return zipped ? new GZIPInputStream(bytes, 1 << 16) : bytes;
  }

  /** False when no more is to be read. */
  private boolean take(CsvRecord row) {
    if (rows == 0 && row.getField(0).endsWith("radio")) return true;
    if (++rows > MOST_ROWS || table.size() >= MOST_CELLS) {
      problem("more than " + MOST_CELLS + " cells or " + MOST_ROWS + " rows: the rest is left out");
      return false;
    }
    try {
      if (row.getFieldCount() <= SAMPLES) throw new IllegalArgumentException("too few columns");
      if (whole(row, MCC) == mcc) add(row);
      else elsewhere++;
    } catch (IllegalArgumentException e) {
      problem("line " + row.getStartingLineNumber() + ": " + e.getMessage());
    }
    return true;
  }

  private void add(CsvRecord row) {
    CellId id = new CellId(mcc, (int) whole(row, NET), (int) whole(row, AREA), whole(row, CELL));
    GeoPoint point = new GeoPoint(degrees(row, LAT), degrees(row, LON));
    long range = whole(row, RANGE);
    if (!table.add(id, point, range > 0 ? range : RANGE_UNKNOWN, whole(row, SAMPLES)))
      throw new IllegalArgumentException("more than " + CellTable.MOST_NETS + " networks");
  }

  private void problem(String what) {
    bad++;
    if (problems.size() < MOST_PROBLEMS) problems.add(what);
  }

  private static long whole(CsvRecord row, int column) {
    String field = row.getField(column).strip();
    if (field.isEmpty() || field.length() > 12) throw notANumber(column);
    for (int i = 0; i < field.length(); i++)
      if (field.charAt(i) < '0' || field.charAt(i) > '9') throw notANumber(column);
    return Long.parseLong(field);
  }

  private static double degrees(CsvRecord row, int column) {
    try {
      return Double.parseDouble(row.getField(column).strip());
    } catch (NumberFormatException e) {
      throw notANumber(column);
    }
  }

  private static IllegalArgumentException notANumber(int column) {
    return new IllegalArgumentException("column " + (column + 1) + " is not a number");
  }
}
