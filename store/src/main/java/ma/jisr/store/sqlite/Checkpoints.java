package ma.jisr.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves what has been committed from the log into the file, beside the writer. A passive checkpoint
 * every second takes nothing from the writer but never shortens the log under steady load; when the
 * log passes its size, the writer is held for the one truncating checkpoint whose work a passive
 * one has just done but for the last moments.
 */
final class Checkpoints implements Runnable {
  /** Time between two looks at the log, milliseconds. */
  private static final int PERIOD = 1_000;

  /** A log below this is left alone, bytes: a restart reads it in no time. */
  private static final long WORTH_IT = 1L << 20;

  private static final Logger LOG = LoggerFactory.getLogger(Checkpoints.class);

  private final Path log;
  private final Statements statements;
  private final ReentrantLock gate;
  private final long limit;
  private final CountDownLatch closing = new CountDownLatch(1);

  /**
   * @param gate what the writer holds during its transactions
   * @param limit bytes of log that call for truncation
   */
  Checkpoints(Path file, Statements statements, ReentrantLock gate, long limit) {
    log = file.resolveSibling(file.getFileName() + "-wal");
    this.statements = statements;
    this.gate = gate;
    this.limit = limit;
  }

  @Override
  public void run() {
    try {
      while (!closing.await(PERIOD, TimeUnit.MILLISECONDS)) look();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look() {
    try {
      long size = Files.exists(log) ? Files.size(log) : 0;
      if (size >= WORTH_IT) checkpoint("PASSIVE");
      if (size >= limit) truncate();
    } catch (SQLException | IOException e) {
      // The log keeps everything until a later checkpoint succeeds; the writer reports real damage.
      LOG.warn("a checkpoint of {} failed", log, e);
    }
  }

  /** Puts everything into the file and empties the log; false when a reader is in the way. */
  boolean truncate() throws SQLException {
    gate.lock();
    try {
      return checkpoint("TRUNCATE");
    } finally {
      gate.unlock();
    }
  }

  private boolean checkpoint(String mode) throws SQLException {
    try (ResultSet row = statements.query("PRAGMA wal_checkpoint(" + mode + ")")) {
      return row.next() && row.getInt(1) == 0;
    }
  }

  void stop() {
    closing.countDown();
  }
}
