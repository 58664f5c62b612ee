package ma.jisr.store.sqlite;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * Opens connections to one file.
 *
 * @param maxPages most pages that a writer may give it
 * @param synced whether commits and checkpoints wait for the disk
 */
record Connections(Path path, long maxPages, boolean synced) {
  /**
   * The driver asks SQLite for the key that it made after each insert, by a statement of its own,
   * which takes longer than the insert. Keys here are given.
   */
  private static final Properties PROPERTIES = properties();

  /**
   * Most that a writer's page cache takes, KiB: 100,000 persons whole, or the upper levels of the
   * trees of many millions. A page that is not in it is a system call and a copy of each turn.
   */
  private static final int WRITER_CACHE = 192_000;

  /** Page cache of each reader, KiB. */
  private static final int READER_CACHE = 8_000;

  /** Longest wait for a lock held by the checkpointer, milliseconds. */
  private static final int WRITER_PATIENCE = 10_000;

  /** Longest wait of the checkpointer for readers: it tries again a second later. */
  private static final int CHECKPOINT_PATIENCE = 250;

  /** A file as the product has it, which is only read or holds no documents. */
  static Connections usual(Path path) {
    return new Connections(path, Settings.MAX_PAGES, true);
  }

  /** Write-ahead log, an fsync at each commit, checkpoints left to {@link Checkpoints}. */
  Statements writer() throws SQLException {
    Statements statements = open();
    statements.run("PRAGMA busy_timeout=" + WRITER_PATIENCE);
    statements.run("PRAGMA journal_mode=WAL");
    sync(statements);
    statements.run("PRAGMA wal_autocheckpoint=0");
    statements.run("PRAGMA cache_size=-" + WRITER_CACHE);
    statements.run("PRAGMA temp_store=MEMORY");
    if (maxPages < Settings.MAX_PAGES) statements.run("PRAGMA max_page_count=" + maxPages);
    return statements;
  }

  Statements reader() throws SQLException {
    Statements statements = open();
    statements.run("PRAGMA busy_timeout=" + WRITER_PATIENCE);
    statements.run("PRAGMA query_only=ON");
    statements.run("PRAGMA cache_size=-" + READER_CACHE);
    return statements;
  }

  Statements checkpointer() throws SQLException {
    Statements statements = open();
    statements.run("PRAGMA busy_timeout=" + CHECKPOINT_PATIENCE);
    sync(statements);
    statements.run("PRAGMA wal_autocheckpoint=0");
    return statements;
  }

  /** For a file that holds no documents. */
  Statements bare(int patience) throws SQLException {
    Statements statements = open();
    statements.run("PRAGMA busy_timeout=" + patience);
    return statements;
  }

  private static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("jdbc.get_generated_keys", "false");
    return properties;
  }

  private void sync(Statements statements) throws SQLException {
    statements.run("PRAGMA synchronous=" + (synced ? "FULL" : "OFF"));
  }

  private Statements open() throws SQLException {
    return new Statements(DriverManager.getConnection("jdbc:sqlite:" + path, PROPERTIES));
  }
}
