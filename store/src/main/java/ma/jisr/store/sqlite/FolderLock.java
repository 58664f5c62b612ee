package ma.jisr.store.sqlite;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;

/**
 * The lock by which one process at a time, and in it one store, has a folder: a transaction without
 * end on a file of its own. SQLite keeps account of its files per process, which a Java file lock
 * does not: there, closing any second descriptor of the file would drop the lock. The operating
 * system frees it when the process ends, however it ends; the file stays and names the last holder.
 */
final class FolderLock implements AutoCloseable {
  static final String FILE = "lock.db";

  /** Longest wait for somebody who just reads the holder's name, milliseconds. */
  private static final int PATIENCE = 200;

  private static final int BUSY = 5;

  private final Path folder;
  private final Statements holding;

  private FolderLock(Path folder, Statements holding) {
    this.folder = folder;
    this.holding = holding;
  }

  /**
   * @throws StoreException LOCKED when somebody has it, INVALID when it is no folder of ours
   */
  static FolderLock take(Path folder) {
    Path real;
    Statements holding = null;
    try {
      real = folder.toRealPath();
      Path file = Folders.secure(real.resolve(FILE));
      holding = Connections.usual(file).bare(PATIENCE);
      holding.run("BEGIN IMMEDIATE");
      holding.run("PRAGMA user_version=" + ProcessHandle.current().pid());
      holding.run("COMMIT");
      // Others may read the name while this one is held; whoever comes between takes the lock.
      holding.run("BEGIN IMMEDIATE");
      return new FolderLock(real, holding);
    } catch (IOException e) {
      throw Folders.unusable(folder, e);
    } catch (SQLException e) {
      StoreException refusal = refusal(folder, holding, e);
      closeQuietly(holding);
      throw refusal;
    }
  }

  Path folder() {
    return folder;
  }

  private static StoreException refusal(
      Path folder, @org.jspecify.annotations.Nullable Statements asking, SQLException e) {
    if ((e.getErrorCode() & 0xff) != BUSY || asking == null)
      return Failures.of(folder.resolve(FILE).toString(), e);
    long pid;
    try {
      pid = Schema.number(asking, "PRAGMA user_version");
    } catch (SQLException unreadable) {
      pid = 0;
    }
    if (pid == ProcessHandle.current().pid())
      return new StoreException(
          Kind.LOCKED, folder + " is already open in this process, process " + pid);
    return new StoreException(
        Kind.LOCKED,
        folder
            + " is in use by process "
            + pid
            + ": stop it first, or give this one a data folder of its own");
  }

  private static void closeQuietly(@org.jspecify.annotations.Nullable Statements statements) {
    try {
      if (statements != null) statements.close();
    } catch (SQLException e) {
      // Nothing was written that closing could lose.
    }
  }

  @Override
  public void close() {
    closeQuietly(holding);
  }
}
