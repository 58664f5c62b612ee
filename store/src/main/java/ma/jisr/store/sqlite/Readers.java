package ma.jisr.store.sqlite;

import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/** A few threads that read, each with a connection of its own opened at its first read. */
final class Readers implements AutoCloseable {
  private final String file;
  private final Connections connections;
  private final ThreadPoolExecutor pool;
  private volatile @Nullable StoreException refusal;
  private final ConcurrentLinkedQueue<Statements> idle = new ConcurrentLinkedQueue<>();

  /** A read on a connection. */
  interface Read<T> {
    T from(Statements statements) throws SQLException;
  }

  Readers(String file, Connections connections, Settings settings) {
    this.file = file;
    this.connections = connections;
    AtomicInteger number = new AtomicInteger();
    pool =
        new ThreadPoolExecutor(
            settings.readers(),
            settings.readers(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(settings.queuedReads()),
            task ->
                Thread.ofPlatform()
                    .name("store-read-" + file + "-" + number.incrementAndGet())
                    .daemon()
                    .unstarted(task));
  }

  /** From now on every read is refused with this reason. */
  void refuse(StoreException reason) {
    refusal = reason;
  }

  <T> CompletableFuture<T> read(Read<T> read) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      pool.execute(() -> answer(read, answer));
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(
          pool.isShutdown()
              ? new StoreException(Kind.CLOSED, "the store has been closed")
              : new StoreException(Kind.BUSY, "too many reads are waiting: try again later"));
    }
    return answer;
  }

  /** There are never more connections than threads: each is borrowed for one read. */
  private <T> void answer(Read<T> read, CompletableFuture<T> answer) {
    StoreException refused = refusal;
    if (refused != null) {
      answer.completeExceptionally(refused);
      return;
    }
    Statements statements = idle.poll();
    T found;
    try {
      if (statements == null) statements = connections.reader();
      found = read.from(statements);
    } catch (SQLException e) {
      answer.completeExceptionally(Failures.of(file, e));
      return;
    } catch (RuntimeException e) {
      answer.completeExceptionally(
          e instanceof StoreException
              ? e
              : new StoreException(Kind.INVALID, "the read failed in an unforeseen way", e));
      return;
    } finally {
      if (statements != null) idle.add(statements);
    }
    answer.complete(found);
  }

  /** Ends after the queued reads. */
  @Override
  public void close() throws SQLException {
    pool.close();
    for (Statements statements = idle.poll(); statements != null; statements = idle.poll())
      statements.close();
  }
}
