package ma.jisr.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import org.jspecify.annotations.Nullable;

/** Replaces or deletes one document of an expected version. */
final class Change extends Write<Outcome> {
  private final Table table;
  private final String id;
  private final long expected;
  private final @Nullable Document next;
  private Outcome outcome = Outcome.UNKNOWN;

  private Change(Table table, String id, long expected, @Nullable Document next) {
    this.table = table;
    this.id = id;
    this.expected = expected;
    this.next = next;
  }

  static Change replace(Table table, Document next) {
    return new Change(table, next.id(), next.version() - 1, next);
  }

  static Change delete(Table table, String id, long version) {
    return new Change(table, id, version, null);
  }

  @Override
  boolean step(Statements statements) throws SQLException {
    int rows =
        next == null ? statements.update(table.delete, id, expected) : replace(statements, next);
    if (rows == 1) outcome = next == null ? Outcome.DELETED : Outcome.REPLACED;
    else
      try (ResultSet found = statements.query(table.version, id)) {
        outcome = found.next() ? Outcome.CONFLICT : Outcome.MISSING;
      }
    return true;
  }

  private int replace(Statements statements, Document next) throws SQLException {
    int rows = 0;
    if (!table.spec().indexes().isEmpty()) rows = replace(statements, table.replaceBody, next);
    return rows == 1 ? 1 : replace(statements, table.replace, next);
  }

  private int replace(Statements statements, String sql, Document next) throws SQLException {
    return statements.update(sql, next.version(), next.writeId(), next.json(), id, expected);
  }

  @Override
  Outcome result() {
    return outcome;
  }

  @Override
  Outcome unsure() {
    return Outcome.UNKNOWN;
  }

  @Override
  long weight() {
    return next == null ? id.length() : next.json().length();
  }
}
