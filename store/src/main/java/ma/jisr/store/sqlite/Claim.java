package ma.jisr.store.sqlite;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Lease;
import ma.jisr.store.Query;

/**
 * Claims documents that nobody holds. A token is at least the time of the claim in milliseconds, so
 * that it rises even when the document was erased and made again in between.
 */
final class Claim extends Write<List<Lease>> {
  private final Table table;
  private final IndexSpec index;
  private final Query query;
  private final String holder;
  private final Instant now;
  private final Instant until;
  private final List<Lease> leases = new ArrayList<>();

  Claim(Table table, IndexSpec index, Query query, String holder, Instant now, Duration hold) {
    this.table = table;
    this.index = index;
    this.query = query;
    this.holder = holder;
    this.now = now;
    this.until = now.plus(hold);
  }

  @Override
  boolean step(Statements statements) throws SQLException {
    Search search = Search.of(index, query);
    List<Object> values = new ArrayList<>(search.values());
    values.add(now.toEpochMilli());
    values.add(query.limit());
    String sql =
        "SELECT "
            + Table.COLUMNS
            + ", token FROM "
            + table.name
            + " WHERE "
            + search.where()
            + " AND until <= ? ORDER BY "
            + search.order()
            + " LIMIT ?";
    try (ResultSet rows = statements.query(sql, values)) {
      while (rows.next()) {
        long token = Math.max(rows.getLong(5) + 1, now.toEpochMilli());
        leases.add(new Lease(Rows.document(rows), token, until));
      }
    }
    for (Lease lease : leases)
      statements.update(
          table.hold, lease.token(), holder, until.toEpochMilli(), lease.document().id());
    return true;
  }

  @Override
  List<Lease> result() {
    return List.copyOf(leases);
  }

  @Override
  long weight() {
    return holder.length();
  }
}
