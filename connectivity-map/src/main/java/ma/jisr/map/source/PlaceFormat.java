package ma.jisr.map.source;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The formats of files with places. */
public enum PlaceFormat {
  /** A country's dump of GeoNames: tabs, no header, 19 columns. */
  GEONAMES {
    @Override
    List<Reading> read(String name, Reader text) throws IOException {
      return GeoNamesDump.read(text);
    }
  },
  /** CSV with a header: a list of the divisions, or of localities. */
  CSV {
    @Override
    List<Reading> read(String name, Reader text) {
      return DivisionTable.read(name, text);
    }
  };

  /**
   * Characters by which a format is told: the longest line that GeoNames writes has some 12,000.
   */
  private static final int SAMPLE = 32_000;

  abstract List<Reading> read(String name, Reader text) throws IOException;

  /** The one of a command's word; empty for "auto". */
  public static Optional<PlaceFormat> of(String word) {
    return switch (word) {
      case "geonames" -> Optional.of(GEONAMES);
      case "csv" -> Optional.of(CSV);
      case "auto" -> Optional.empty();
      default -> throw new IllegalArgumentException("the format is geonames, csv or auto");
    };
  }

  /**
   * What the rows of a file say.
   *
   * @param name of the file, for problems
   * @param text its text; a byte order mark at its beginning is passed over
   * @param told the format; empty to look at the first line
   * @throws ma.jisr.map.table.BadTableException when it is no such file
   */
  static List<Reading> read(String name, Reader text, Optional<PlaceFormat> told) {
    try (BufferedReader in = new BufferedReader(text, SAMPLE)) {
      in.mark(SAMPLE);
      if (in.read() != '\uFEFF') in.reset();
      return told.orElseGet(() -> guess(in)).read(name, in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PlaceFormat guess(BufferedReader in) {
    try {
      in.mark(SAMPLE);
      int tabs = 0;
      int c = in.read();
      for (int read = 1; c >= 0 && c != '\n' && read < SAMPLE; read++) {
        if (c == '\t') tabs++;
        c = in.read();
      }
      in.reset();
      return tabs + 1 == GeoNamesDump.COLUMNS ? GEONAMES : CSV;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
