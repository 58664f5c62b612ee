package ma.jisr.store.sqlite;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Cursor;
import ma.jisr.store.Query;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A query as a WHERE clause over the columns of one index, with its parameters.
 *
 * @param where without the word WHERE
 * @param order the columns to order by
 * @param sort the sort column
 */
record Search(String where, String order, String sort, List<Object> values) {
  static Search of(IndexSpec index, Query query) {
    String sort = Table.column(index.sort());
    StringBuilder where = new StringBuilder(sort).append(" IS NOT NULL");
    List<Object> values = new ArrayList<>();
    for (String field : index.equal()) {
      Object value = query.equal().get(field);
      if (value == null) throw new StoreException(Kind.INVALID, "no value for " + field);
      where.append(" AND ").append(Table.column(field)).append(" = ?");
      values.add(value);
    }
    range(where, values, sort, query.from(), query.to());
    if (query.after() != null) {
      Cursor cursor = Cursor.of(query.after());
      where.append(" AND (").append(sort).append(", id) > (?, ?)");
      values.add(cursor.sort());
      values.add(cursor.id());
    }
    return new Search(where.toString(), sort + ", id", sort, values);
  }

  /** Everything below {@code before}, of its type. */
  static Search below(IndexSpec index, Object before) {
    String sort = Table.column(index.sort());
    StringBuilder where = new StringBuilder(sort).append(" IS NOT NULL");
    List<Object> values = new ArrayList<>();
    range(where, values, sort, null, before);
    return new Search(where.toString(), sort + ", id", sort, values);
  }

  /**
   * A bound compares with its own type only: SQLite itself sorts every text behind every number.
   */
  private static void range(
      StringBuilder where,
      List<Object> values,
      String sort,
      @Nullable Object from,
      @Nullable Object to) {
    if (from != null) {
      where.append(" AND ").append(sort).append(" >= ?");
      values.add(from);
      if (from instanceof Long && to == null) where.append(" AND ").append(sort).append(" < ''");
    }
    if (to != null) {
      where.append(" AND ").append(sort).append(" < ?");
      values.add(to);
      if (to instanceof String && from == null) where.append(" AND ").append(sort).append(" >= ''");
    }
  }
}
