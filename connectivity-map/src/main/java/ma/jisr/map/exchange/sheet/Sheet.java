package ma.jisr.map.exchange.sheet;

import java.util.List;

/**
 * A file that has been read: rows of named cells.
 *
 * @param format in which it was written
 * @param header the names of all columns, distinct, in the order of the file
 * @param rows in the order of the file
 */
public record Sheet(Format format, List<String> header, List<SheetRow> rows) {
  /**
   * Rows read at most: what is read, judged and reported of them fits, beside the map, into the
   * heap of 512 MB that is advised.
   */
  public static final int MOST_ROWS = 50_000;

  /** Columns read at most: a map's export has hundreds of tags. */
  public static final int MOST_COLUMNS = 1_000;

  /** Longest cell, characters: what a spreadsheet holds in one. */
  public static final int MAX_CELL = 32_767;

  /** Largest file, bytes: 50,000 hotspots with all that is known of them. */
  public static final int MOST_BYTES = 32 * 1024 * 1024;

  public Sheet {
    header = List.copyOf(header);
    rows = List.copyOf(rows);
  }

  /** Whether a file has this column, by its exact name. */
  public boolean has(String column) {
    return header.contains(column);
  }
}
