package ma.jisr.store.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes a file. Whatever turns have queued up become one transaction and one
 * fsync (group commit); a linger before the commit was measured and only cost throughput. Between
 * groups it does a slice of background work.
 */
final class Writer implements Runnable {
  /** Most turns of one transaction: about 50 ms, so that the first of them does not wait longer. */
  static final int GROUP_WRITES = 2_000;

  /** Most characters of one group's bodies. */
  static final long GROUP_WEIGHT = 16L << 20;

  /** Longest background slice, so that a turn never waits longer than this behind copies. */
  static final long SLICE_NANOS = 5_000_000;

  /** While turns keep coming, background work gets this part of the time they take. */
  private static final int BACKGROUND_SHARE = 4;

  private static final Logger LOG = LoggerFactory.getLogger(Writer.class);

  private final String file;
  private final WriteQueue queue;
  private final Statements statements;
  private final ReentrantLock gate;
  private final LongSupplier nanos;
  private long lastGroup;
  private volatile Commits commits = (file, turns, writes, nanos) -> {};
  private @Nullable StoreException stopped;

  /**
   * @param gate held during each transaction; the checkpointer takes it to truncate the log
   */
  Writer(
      String file,
      WriteQueue queue,
      Statements statements,
      ReentrantLock gate,
      LongSupplier nanos) {
    this.file = file;
    this.queue = queue;
    this.statements = statements;
    this.gate = gate;
    this.nanos = nanos;
  }

  /** From now on tells of every durable group. */
  void commits(Commits told) {
    commits = told;
  }

  @Override
  public void run() {
    while (queue.await()) {
      List<Write<?>> turns = new ArrayList<>();
      queue.drainTurns(turns, GROUP_WRITES, GROUP_WEIGHT);
      if (turns.isEmpty()) lastGroup = 0;
      else turns(turns);
      if (queue.backgroundWaits()) background();
    }
  }

  private void turns(List<Write<?>> group) {
    long start = nanos.getAsLong();
    boolean durable =
        transaction(
            group,
            () -> {
              for (Write<?> write : group) while (!step(write)) {}
            });
    if (durable) commits.committed(file, true, group.size(), nanos.getAsLong() - start);
    if (durable) group.forEach(Write::complete);
    lastGroup = nanos.getAsLong() - start;
  }

  private void background() {
    long share = queue.turnsWait() ? lastGroup / BACKGROUND_SHARE : SLICE_NANOS;
    long start = nanos.getAsLong();
    long end = start + Math.min(SLICE_NANOS, share);
    List<Write<?>> begun = new ArrayList<>();
    boolean[] ended = {true};
    boolean durable =
        transaction(
            begun,
            () -> {
              do {
                if (ended[0]) {
                  Write<?> next = queue.takeBackground();
                  if (next == null) return;
                  begun.add(next);
                }
                ended[0] = step(begun.getLast());
              } while (nanos.getAsLong() - end < 0);
            });
    if (!durable) return;
    commits.committed(file, false, begun.size(), nanos.getAsLong() - start);
    if (!ended[0]) queue.putBack(begun.removeLast());
    begun.forEach(Write::complete);
  }

  /** Applies one step; a write that is wrong by itself is refused without harm to the others. */
  private boolean step(Write<?> write) throws SQLException {
    try {
      return write.step(statements);
    } catch (SQLException e) {
      if (!Failures.ofOneWrite(e)) throw e;
      write.refuse(Failures.of(file, e));
    } catch (StoreException e) {
      write.refuse(e);
    } catch (RuntimeException e) {
      LOG.error("a write to {} failed in an unforeseen way", file, e);
      write.refuse(new StoreException(Kind.INVALID, "the write failed in an unforeseen way", e));
    }
    return true;
  }

  /** What happens between BEGIN and COMMIT. */
  private interface Work {
    void run() throws SQLException;
  }

  /** True when all of it is durable; otherwise nothing is, and the writes have been answered. */
  private boolean transaction(List<Write<?>> writes, Work work) {
    boolean committing = false;
    StoreException failure;
    boolean unsure = false;
    gate.lock();
    try {
      if (stopped != null) failure = stopped;
      else {
        statements.update("BEGIN IMMEDIATE");
        work.run();
        committing = true;
        statements.update("COMMIT");
        return true;
      }
    } catch (SQLException e) {
      rollback();
      unsure = committing && Failures.unsure(e);
      failure = Failures.of(file, e);
      LOG.error("{}: a group of {} writes was not committed", file, writes.size(), e);
      if (failure.kind() == Kind.DAMAGED) stop(failure);
    } finally {
      gate.unlock();
    }
    for (Write<?> write : writes) write.fail(failure, unsure);
    return false;
  }

  /**
   * After an I/O error or damage nothing more is written: an fsync that failed once may claim
   * success the next time although the pages are gone.
   */
  private void stop(StoreException reason) {
    stopped = reason;
    queue.close(reason);
  }

  /** SQLite itself has rolled back after some errors; then this one has nothing to do. */
  private void rollback() {
    try {
      statements.update("ROLLBACK");
    } catch (SQLException e) {
      LOG.debug("{}: nothing to roll back", file, e);
    }
  }
}
