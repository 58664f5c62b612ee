package ma.jisr.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.DayPart;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file with its writer, its readers and its checkpointer. */
final class AreaFile implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AreaFile.class);

  private final Statements writing;
  private final Statements checkpointing;
  private final WriteQueue queue;
  private final Checkpoints checkpoints;
  private final Readers readers;
  private final Parts parts;
  private final Writer groups;
  private final Thread writer;
  private final Thread checkpointer;
  private @Nullable Examination examination;
  private @Nullable Thread examiner;

  private AreaFile(
      Path path,
      Connections connections,
      Statements writing,
      Statements checkpointing,
      List<Table> parts,
      Settings settings) {
    String name = path.getFileName().toString();
    this.writing = writing;
    this.checkpointing = checkpointing;
    this.parts = new Parts(parts);
    ReentrantLock gate = new ReentrantLock(true);
    queue = new WriteQueue(settings.queuedWrites(), settings.queuedChars());
    checkpoints = new Checkpoints(path, checkpointing, gate, settings.walBytes());
    readers = new Readers(name, connections, settings);
    groups = new Writer(name, queue, writing, gate, settings.nanos());
    writer = thread("store-write-" + name, groups);
    checkpointer = thread("store-checkpoint-" + name, checkpoints);
  }

  static Path path(Path folder, Area area) {
    return folder.resolve(area.name().toLowerCase(Locale.ROOT) + ".db");
  }

  /**
   * Checks the file before anything is read from it, then makes the declared tables.
   *
   * @param daily collections of this file that are kept in day parts
   * @param others collections declared for other files
   */
  static AreaFile open(
      Path path,
      List<Table> tables,
      List<CollectionSpec> daily,
      List<CollectionSpec> others,
      Settings settings) {
    Schema.checkHeader(path);
    Connections connections = new Connections(path, settings.maxPages(), settings.synced());
    Statements writing = null;
    try {
      Folders.secure(path);
      writing = connections.writer();
      Schema.checkOwner(path, writing);
      boolean later = Schema.checkLength(path, writing) > settings.checkedFirst();
      if (!later) Schema.checkWhole(path, writing);
      List<Table> parts = Schema.apply(writing, tables, daily, others);
      AreaFile file =
          new AreaFile(path, connections, writing, connections.checkpointer(), parts, settings);
      if (later) file.examine(path, connections, settings.checkedLater());
      return file;
    } catch (SQLException | IOException | StoreException e) {
      closeQuietly(writing);
      throw switch (e) {
        case StoreException known -> known;
        case SQLException sql when Failures.of("", sql).kind() == Kind.DAMAGED ->
            Schema.damaged(path, "is damaged (SQLite code " + sql.getErrorCode() + ")");
        case SQLException sql -> Failures.of(path.toString(), sql);
        default -> Folders.unusable(path, e);
      };
    }
  }

  private void examine(Path path, Connections connections, Duration later) {
    Examination started =
        new Examination(
            path,
            connections,
            later,
            finding -> {
              readers.refuse(finding);
              queue.close(finding);
            });
    examination = started;
    examiner = thread("store-examine-" + path.getFileName(), started);
  }

  /** Whether the file is whole; known at once unless it is checked while in use. */
  CompletableFuture<Boolean> whole() {
    return examination == null ? CompletableFuture.completedFuture(true) : examination.whole();
  }

  <T> CompletableFuture<T> write(Write<T> write, Priority priority) {
    queue.add(write, priority);
    return write.answer();
  }

  /** Inserts into the part of a day, behind what makes it when it is not there yet. */
  CompletableFuture<List<Outcome>> insert(Table part, Insert insert, Priority priority) {
    if (parts.known(part.spec().name()) == null) {
      Write<Boolean> making = parts.making(part);
      queue.add(making, priority);
      var unused = making.answer().thenRun(() -> parts.made(part));
    }
    return write(insert, priority);
  }

  /** Drops parts of days; when that fails they stay to be dropped another time. */
  CompletableFuture<Integer> drop(List<DayPart> old) {
    Parts.Drop dropping = parts.dropping(old);
    try {
      return write(dropping, Priority.BACKGROUND)
          .whenComplete(
              (dropped, failure) -> {
                if (failure != null) parts.kept(dropping);
              });
    } catch (StoreException e) {
      parts.kept(dropping);
      throw e;
    }
  }

  void commits(Commits told) {
    groups.commits(told);
  }

  Parts parts() {
    return parts;
  }

  <T> CompletableFuture<T> read(Readers.Read<T> read) {
    return readers.read(read);
  }

  private static Thread thread(String name, Runnable work) {
    return Thread.ofPlatform().name(name).daemon().start(work);
  }

  private static void closeQuietly(@Nullable Statements statements) {
    try {
      if (statements != null) statements.close();
    } catch (SQLException e) {
      LOG.debug("while closing after a failure", e);
    }
  }

  /** Writes what is queued, answers queued reads, empties the log into the file. */
  @Override
  public void close() {
    queue.close(new StoreException(Kind.CLOSED, "the store has been closed"));
    checkpoints.stop();
    if (examination != null) examination.stop();
    if (examiner != null) join(examiner);
    join(writer);
    join(checkpointer);
    try {
      readers.close();
      checkpoints.truncate();
    } catch (SQLException e) {
      LOG.warn("the log stays beside the file until the next start", e);
    } finally {
      closeQuietly(checkpointing);
      closeQuietly(writing);
    }
  }

  /** Waits without end: what was queued must be written, interrupted or not. */
  private static void join(Thread thread) {
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) Thread.currentThread().interrupt();
  }
}
