package ma.jisr.map.exchange.sheet;

import ma.jisr.map.exchange.sheet.BadSheetException.Fault;
import org.jspecify.annotations.Nullable;

/** Reads a file of any format into a {@link Sheet}. */
public final class Sheets {
  private Sheets() {}

  /**
   * The rows of a file.
   *
   * @param format null to look at the file
   * @throws BadSheetException when it cannot be read at all
   */
  public static Sheet read(byte[] file, @Nullable Format format) {
    if (file.length > Sheet.MOST_BYTES) throw new BadSheetException(Fault.TOO_LARGE, "");
    String text = Decoding.text(file);
    if (text.isBlank()) throw new BadSheetException(Fault.EMPTY, "");
    Format known = format == null ? Format.guess(text) : format;
    return switch (known) {
      case CSV -> CsvSheets.read(text);
      case OSM_XML -> OsmXmlSheets.read(text);
      case GEOJSON, OVERPASS -> JsonSheets.read(text, known);
    };
  }
}
