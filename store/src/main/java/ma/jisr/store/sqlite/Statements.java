package ma.jisr.store.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.sqlite.ProgressHandler;

/**
 * One connection and its prepared statements, owned by one thread. Statements are made of declared
 * names only, so that their shapes are finite but for the parts of days: the cache is bounded.
 */
final class Statements implements AutoCloseable {
  /** Most statements kept prepared, a few KB each: a search through all the days of a year. */
  private static final int MOST = 500;

  /** Instructions of SQLite's virtual machine. */
  private static final int STEPS_BETWEEN_LOOKS = 10_000;

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  /**
   * Runs a change with its parameters (Strings, Longs, Integers); returns how many rows changed.
   */
  int update(String sql, Object... values) throws SQLException {
    try {
      return bound(sql, values).executeUpdate();
    } catch (SQLException e) {
      forget(sql);
      throw e;
    }
  }

  int update(String sql, List<Object> values) throws SQLException {
    return update(sql, values.toArray());
  }

  /** Runs a query; the caller closes the rows. */
  ResultSet query(String sql, Object... values) throws SQLException {
    try {
      return bound(sql, values).executeQuery();
    } catch (SQLException e) {
      forget(sql);
      throw e;
    }
  }

  ResultSet query(String sql, List<Object> values) throws SQLException {
    return query(sql, values.toArray());
  }

  /** Interrupts whatever runs on this connection within some milliseconds of this being true. */
  void giveUpWhen(BooleanSupplier enough) throws SQLException {
    ProgressHandler.setHandler(
        connection,
        STEPS_BETWEEN_LOOKS,
        new ProgressHandler() {
          @Override
          protected int progress() {
            return enough.getAsBoolean() ? 1 : 0;
          }
        });
  }

  /** Runs a statement that is not worth preparing: a pragma, DDL. */
  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private PreparedStatement bound(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      if (prepared.size() >= MOST) forgetAll();
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof Long number) statement.setLong(i + 1, number);
      else if (value instanceof String text) statement.setString(i + 1, text);
      else statement.setObject(i + 1, value);
    }
    return statement;
  }

  /** The driver closes a statement whose execution failed: it cannot be used again. */
  private void forget(String sql) throws SQLException {
    PreparedStatement statement = prepared.remove(sql);
    if (statement != null) statement.close();
  }

  /** Lets all prepared statements go: before a table is dropped, or when there are too many. */
  void forgetAll() throws SQLException {
    for (PreparedStatement statement : prepared.values()) statement.close();
    prepared.clear();
  }

  @Override
  public void close() throws SQLException {
    forgetAll();
    connection.close();
  }
}
