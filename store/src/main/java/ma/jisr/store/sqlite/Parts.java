package ma.jisr.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import ma.jisr.store.DayPart;
import org.jspecify.annotations.Nullable;

/**
 * The day parts that a file has, each a table of its own: made in front of the first insert, read
 * as empty where there is none, dropped as a whole. One process has the file, so that what is known
 * here is what is there.
 */
final class Parts {
  private final Map<String, Table> known = new ConcurrentHashMap<>();

  Parts(List<Table> present) {
    for (Table part : present) known.put(part.spec().name(), part);
  }

  List<String> names() {
    return List.copyOf(known.keySet());
  }

  @Nullable Table known(String name) {
    return known.get(name);
  }

  /**
   * What to write in front of the first insert into a part; queued with the same priority, since
   * only that keeps their order.
   */
  Write<Boolean> making(Table part) {
    return new Make(part);
  }

  void made(Table part) {
    known.put(part.spec().name(), part);
  }

  /** Forgets the parts at once, so that nobody reads them while they go. */
  Drop dropping(List<DayPart> old) {
    List<Table> tables = new ArrayList<>();
    for (DayPart part : old) {
      Table table = known.remove(part.name());
      if (table != null) tables.add(table);
    }
    return new Drop(tables);
  }

  /** They could not be dropped: they are still there. */
  void kept(Drop failed) {
    failed.tables.forEach(this::made);
  }

  /** A read that finds nothing in a part that is not there (any more). */
  <T> Readers.Read<T> reading(String name, Readers.Read<T> read, T empty) {
    return statements -> {
      if (!known.containsKey(name)) return empty;
      try {
        return read.from(statements);
      } catch (SQLException e) {
        if (known.containsKey(name)) throw e;
        return empty;
      }
    };
  }

  private static final class Make extends Write<Boolean> {
    private final Table part;

    Make(Table part) {
      this.part = part;
    }

    @Override
    boolean step(Statements statements) throws SQLException {
      try (ResultSet row =
          statements.query("SELECT 1 FROM sqlite_master WHERE name = ?", part.spec().name())) {
        if (row.next()) return true;
      }
      statements.run(part.create());
      return true;
    }

    @Override
    Boolean result() {
      return true;
    }

    @Override
    long weight() {
      return 1;
    }
  }

  /** One table a step: SQLite only gives its pages back to the file. */
  static final class Drop extends Write<Integer> {
    private final List<Table> tables;
    private int dropped;

    Drop(List<Table> tables) {
      this.tables = List.copyOf(tables);
    }

    @Override
    boolean step(Statements statements) throws SQLException {
      if (dropped < tables.size()) {
        Table next = Objects.requireNonNull(tables.get(dropped));
        statements.forgetAll();
        statements.run("DROP TABLE IF EXISTS " + next.name);
        dropped++;
      }
      return dropped == tables.size();
    }

    @Override
    Integer result() {
      return dropped;
    }

    @Override
    long weight() {
      return 1;
    }
  }
}
