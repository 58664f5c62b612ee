package ma.jisr.store;

import java.util.List;

/**
 * A collection and the only ways in which it may be searched, declared once at start.
 *
 * @param name lower-case words with underscores
 * @param area which file and which writer keep it
 * @param indexes at most a handful; each costs every write
 */
public record CollectionSpec(String name, Area area, List<IndexSpec> indexes) {
  public CollectionSpec {
    indexes = List.copyOf(indexes);
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
      equal = List.copyOf(equal);
    }
  }
}
