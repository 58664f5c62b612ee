package ma.jisr.store.sqlite;

import java.sql.SQLException;
import java.time.Instant;
import ma.jisr.store.Lease;
import org.jspecify.annotations.Nullable;

/** Extends a lease, or gives it back. */
final class LeaseChange extends Write<Boolean> {
  private final Table table;
  private final Lease lease;
  private final @Nullable Instant until;
  private boolean held;

  /**
   * @param until null to give it back
   */
  LeaseChange(Table table, Lease lease, @Nullable Instant until) {
    this.table = table;
    this.lease = lease;
    this.until = until;
  }

  @Override
  boolean step(Statements statements) throws SQLException {
    String id = lease.document().id();
    held =
        1
            == (until == null
                ? statements.update(table.release, id, lease.token())
                : statements.update(table.renew, until.toEpochMilli(), id, lease.token()));
    return true;
  }

  @Override
  Boolean result() {
    return held;
  }

  @Override
  long weight() {
    return lease.document().id().length();
  }
}
