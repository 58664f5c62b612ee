package ma.jisr.store.sqlite;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The check of every page of a large file, beside the running work and with as much rest as work:
 * it takes seconds per gigabyte, and nobody waits that long for a start. What it finds ends the
 * serving of the file.
 */
final class Examination implements Runnable {
  private static final Logger LOG = LoggerFactory.getLogger(Examination.class);

  private final Path file;
  private final Connections connections;
  private final Consumer<StoreException> found;
  private final CompletableFuture<Boolean> whole = new CompletableFuture<>();
  private final Duration later;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean closing;

  /** Since when it works without a rest; of its own thread. */
  private long worked;

  /**
   * @param later how long it waits before it begins
   * @param found told of damage
   */
  Examination(Path file, Connections connections, Duration later, Consumer<StoreException> found) {
    this.file = file;
    this.connections = connections;
    this.later = later;
    this.found = found;
  }

  /** Whether the file is whole, once that is known; cancelled when the store closes before. */
  CompletableFuture<Boolean> whole() {
    return whole;
  }

  @Override
  public void run() {
    if (closedMeanwhile()) {
      whole.cancel(false);
      return;
    }
    LOG.info("{}: checking every page while it is in use", file);
    try (Statements statements = connections.reader()) {
      worked = System.nanoTime();
      statements.giveUpWhen(this::rests);
      Schema.checkWhole(file, statements);
      LOG.info("{}: every page is whole", file);
      whole.complete(true);
    } catch (StoreException e) {
      damaged(e);
    } catch (SQLException e) {
      if (closing) whole.cancel(false);
      else if (Failures.of("", e).kind() == Kind.DAMAGED)
        damaged(Schema.damaged(file, "is damaged (SQLite code " + e.getErrorCode() + ")"));
      else {
        LOG.error("{}: could not be checked to its end", file, e);
        whole.completeExceptionally(e);
      }
    }
  }

  private boolean closedMeanwhile() {
    return closedWithin(later.toNanos());
  }

  /**
   * Rests as long as it has just worked, so that it takes half of a processor at most; true when it
   * is to give up. Longer rests would keep the log from being emptied for too long.
   */
  private boolean rests() {
    boolean unused = closedWithin(System.nanoTime() - worked);
    worked = System.nanoTime();
    return closing;
  }

  private boolean closedWithin(long nanos) {
    try {
      return closed.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  private void damaged(StoreException finding) {
    LOG.error("{}: nothing more is read from it or written to it", file, finding);
    found.accept(finding);
    whole.complete(false);
  }

  /** Ends it soon, whether it is through or not. */
  void stop() {
    closing = true;
    closed.countDown();
  }
}
