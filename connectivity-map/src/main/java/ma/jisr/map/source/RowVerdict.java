package ma.jisr.map.source;

import java.util.Locale;

/**
 * What an import makes of one row.
 *
 * @param line of the file, from 1
 * @param name as the file has it, cut to what a table shows
 * @param kind what becomes of it
 * @param place the id of the place; "" when it is refused or kept aside
 * @param why in words; "" when there is nothing to say
 */
public record RowVerdict(long line, String name, Kind kind, String place, String why) {
  /** Longest name shown, characters. */
  static final int MAX_NAME = 60;

  public RowVerdict {
    name = NameCell.shown(name);
  }

  /** What becomes of a row. */
  public enum Kind {
    /** It makes a new place. */
    ADDED,
    /** It changes a place that is known. */
    CHANGED,
    /** It says nothing new. */
    SAME,
    /** It is wrong, and left out. */
    REFUSED,
    /** It is right, but none of what a gazetteer holds: left out. */
    ASIDE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
