package ma.jisr.store;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A collection and the only ways in which it may be searched, declared once at start.
 *
 * @param name lower-case words with underscores, at most 63 characters; a daily one's does not end
 *     like a {@link DayPart}'s
 * @param area which file and which writer keep it
 * @param indexes at most a handful; each costs every write
 * @param daily whether it is kept in a part for each day, which is only ever added to and dropped
 *     as a whole: retention without searching. Calls name the {@link DayPart}
 */
public record CollectionSpec(String name, Area area, List<IndexSpec> indexes, boolean daily) {
  private static final Pattern NAME = Pattern.compile("(?!sqlite_|system)[a-z][a-z0-9_]{0,62}");
  private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,62}");

  public CollectionSpec {
    require(NAME, name);
    if (daily && (name.length() > DayPart.LONGEST || !indexes.isEmpty()))
      throw new IllegalArgumentException(name + " has indexes, or leaves no room for a day");
    indexes = List.copyOf(indexes);
  }

  /** One whole collection. */
  public CollectionSpec(String name, Area area, List<IndexSpec> indexes) {
    this(name, area, indexes, false);
  }

  /** One that is kept in a part for each day, and read by id only. */
  public static CollectionSpec daily(String name, Area area) {
    return new CollectionSpec(name, area, List.of(), true);
  }

  private static void require(Pattern pattern, String name) {
    if (!pattern.matcher(name).matches())
      throw new IllegalArgumentException("the name " + name + " does not match " + pattern);
  }

  /**
   * SQLite keeps each area in a file of its own with one writer each; MongoDB has no use for it.
   */
  public enum Area {
    /** What people wait for: people, tickets, payments, hotspots. */
    LIVE,
    /** What is copied, logged or imported. */
    BULK
  }

  /**
   * Equality on some fields, then a range on one sort key. Documents without the sort field are not
   * in the index.
   *
   * @param name unique in the collection
   * @param equal top-level field names of string or integer values, may be empty
   * @param sort a top-level field of integer (epoch milliseconds, counters) or string values
   */
  public record IndexSpec(String name, List<String> equal, String sort) {
    public IndexSpec {
      require(NAME, name);
      require(FIELD, sort);
      equal.forEach(field -> require(FIELD, field));
      equal = List.copyOf(equal);
    }
  }
}
