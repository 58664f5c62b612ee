package ma.jisr.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/** Sets or adds to top-level fields, making the document when it is missing. */
final class Upsert extends Write<@Nullable Void> {
  private final Table table;
  private final String id;
  private final String sql;
  private final List<Object> values;

  private Upsert(Table table, String id, String sql, List<Object> values) {
    this.table = table;
    this.id = id;
    this.sql = sql;
    this.values = values;
  }

  /**
   * @param fields field names to JSON texts
   */
  static Upsert merge(Table table, String id, Map<String, String> fields) {
    List<Object> values = new ArrayList<>();
    fields.forEach(
        (name, json) -> {
          values.add(path(name));
          values.add(json);
        });
    String pairs = ", ?, json(?)".repeat(fields.size());
    return of(table, id, pairs, values, pairs, values, "", List.of());
  }

  /** A field of another type than integer is refused, not turned into a number. */
  static Upsert increment(Table table, String id, Map<String, Long> deltas) {
    List<Object> made = new ArrayList<>();
    List<Object> added = new ArrayList<>();
    List<Object> paths = new ArrayList<>();
    deltas.forEach(
        (name, delta) -> {
          made.add(path(name));
          made.add(delta);
          added.add(path(name));
          added.add(path(name));
          added.add(delta);
          paths.add(path(name));
        });
    return of(
        table,
        id,
        ", ?, ?".repeat(deltas.size()),
        made,
        ", ?, coalesce(json_extract(body, ?), 0) + ?".repeat(deltas.size()),
        added,
        " WHERE TRUE"
            + " AND coalesce(json_type(body, ?), 'integer') = 'integer'".repeat(deltas.size()),
        paths);
  }

  private static Upsert of(
      Table table,
      String id,
      String make,
      List<Object> made,
      String change,
      List<Object> changed,
      String where,
      List<Object> compared) {
    List<Object> values = new ArrayList<>();
    values.add(id);
    values.addAll(made);
    values.addAll(changed);
    values.addAll(compared);
    String sql =
        "INSERT INTO "
            + table.name
            + "(id, v, w, body) VALUES(?, 1, '', json_set('{}'"
            + make
            + ")) ON CONFLICT(id) DO UPDATE SET v = v + 1, body = json_set(body"
            + change
            + ")"
            + where;
    return new Upsert(table, id, sql, values);
  }

  private static String path(String field) {
    return "$.\"" + field + '"';
  }

  @Override
  boolean step(Statements statements) throws SQLException {
    if (statements.update(sql, values) == 0)
      throw new StoreException(Kind.INVALID, "a field to add to is not an integer");
    if (!table.spec().indexes().isEmpty()) statements.update(table.fill(" AND id = ?"), id);
    return true;
  }

  @Override
  @Nullable Void result() {
    return null;
  }

  @Override
  long weight() {
    long sum = 0;
    for (Object value : values) if (value instanceof String text) sum += text.length();
    return sum;
  }
}
