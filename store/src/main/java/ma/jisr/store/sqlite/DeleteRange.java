package ma.jisr.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.store.CollectionSpec.IndexSpec;

/** Deletes the oldest documents of an index, some rows a step. */
final class DeleteRange extends Write<Integer> {
  /** Rows of one step: well under a slice even when each touches its own pages. */
  private static final int ROWS = 64;

  private final Table table;
  private final IndexSpec index;
  private final Object before;
  private final int limit;
  private int deleted;

  DeleteRange(Table table, IndexSpec index, Object before, int limit) {
    this.table = table;
    this.index = index;
    this.before = before;
    this.limit = limit;
  }

  @Override
  boolean step(Statements statements) throws SQLException {
    Search search = Search.below(index, before);
    int most = Math.min(ROWS, limit - deleted);
    List<Object> values = new ArrayList<>(search.values());
    values.add(most);
    String sql =
        "DELETE FROM "
            + table.name
            + " WHERE rowid IN (SELECT rowid FROM "
            + table.name
            + " WHERE "
            + search.where()
            + " ORDER BY "
            + search.order()
            + " LIMIT ?)";
    int rows = statements.update(sql, values);
    deleted += rows;
    return rows < most || deleted == limit;
  }

  @Override
  Integer result() {
    return deleted;
  }

  @Override
  long weight() {
    return 1;
  }
}
