package ma.jisr.store;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A search by one declared index, in the order of its sort key, then id.
 *
 * @param index the index's name
 * @param equal a value (String or Long) for each equality field of the index, all of them
 * @param from least sort value (String or Long), inclusive; null for no bound
 * @param to sort value to stop before, exclusive; null for no bound
 * @param after continue behind this cursor of the previous {@link Page}; null to start
 * @param limit most documents to return, 1 to {@link #MAX_LIMIT}
 */
public record Query(
    String index,
    Map<String, Object> equal,
    @Nullable Object from,
    @Nullable Object to,
    @Nullable String after,
    int limit) {
  /** Largest page. */
  public static final int MAX_LIMIT = 1_000;

  public Query {
    equal = Map.copyOf(equal);
    if (limit < 1 || limit > MAX_LIMIT)
      throw new IllegalArgumentException("limit " + limit + " is not 1 to " + MAX_LIMIT);
  }
}
