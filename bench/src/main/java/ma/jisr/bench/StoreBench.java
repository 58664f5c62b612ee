package ma.jisr.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import ma.jisr.store.sqlite.SqliteStore;

/**
 * Durable replacements a second over 100,000 random people, beside a bare upsert in groups of the
 * same size on the same disk in the same run: the ratio is what the port, its checks and its index
 * cost. Under two minutes. Arguments: the folder to write in (a temporary one).
 */
public final class StoreBench {
  private static final int PEOPLE = 100_000;

  /** Writes under way at once: what a busy node's loops hold together. */
  private static final int IN_FLIGHT = 1_000;

  private static final long SECONDS = 8;

  private static final List<CollectionSpec> SPECS =
      List.of(
          new CollectionSpec("people", Area.LIVE, List.of(new IndexSpec("due", List.of(), "due"))));

  private StoreBench() {}

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    for (int bytes : new int[] {512, 1024}) {
      double store = inFolder(folder.resolve("store"), f -> store(f, bytes));
      double bare = inFolder(folder.resolve("bare"), f -> bare(f, bytes, ""));
      double rowless = inFolder(folder.resolve("bare"), f -> bare(f, bytes, " WITHOUT ROWID"));
      System.out.printf(
          "%,d bytes: %,.0f durable replaceIf/s, bare upsert %,.0f/s, ratio %.2f;"
              + " bare WITHOUT ROWID %,.0f/s%n",
          bytes, store, bare, store / bare, rowless);
    }
  }

  /** One measurement. */
  private interface Measure {
    double in(Path folder) throws Exception;
  }

  private static double inFolder(Path folder, Measure measure) throws Exception {
    Files.createDirectories(folder);
    try {
      return measure.in(folder);
    } finally {
      try (var files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
      }
    }
  }

  private static double store(Path folder, int bytes) throws InterruptedException {
    try (Store store = SqliteStore.open(folder, SPECS)) {
      for (int from = 0; from < PEOPLE; from += IN_FLIGHT) {
        List<Document> page = new ArrayList<>();
        for (int i = from; i < from + IN_FLIGHT; i++) page.add(document(i, 0, bytes));
        store.insert("people", page, Priority.TURN).join();
      }
      return replace(store, bytes);
    }
  }

  private static double replace(Store store, int bytes) throws InterruptedException {
    SplittableRandom random = new SplittableRandom(1);
    long[] versions = new long[PEOPLE];
    Semaphore room = new Semaphore(IN_FLIGHT);
    AtomicLong done = new AtomicLong();
    AtomicLong wrong = new AtomicLong();
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < SECONDS * 1_000_000_000L) {
      room.acquire();
      int person = random.nextInt(PEOPLE);
      var unused =
          store
              .replaceIf("people", document(person, ++versions[person], bytes), Priority.TURN)
              .whenComplete(
                  (outcome, error) -> {
                    (outcome == Outcome.REPLACED ? done : wrong).incrementAndGet();
                    room.release();
                  });
    }
    room.acquire(IN_FLIGHT);
    double seconds = (System.nanoTime() - begin) / 1e9;
    if (wrong.get() > 0) throw new IllegalStateException(wrong + " writes were not replaced");
    return done.get() / seconds;
  }

  private static Document document(int person, long version, int bytes) {
    return new Document(id(person), version, "w" + version, body(version, bytes));
  }

  /** Random to the eye, as real ids are: neighbours in number are none in the tree. */
  private static String id(int person) {
    return Long.toHexString(person * 0x9E3779B97F4A7C15L);
  }

  private static String body(long version, int bytes) {
    return "{\"due\":" + version + ",\"sealed\":\"" + "x".repeat(bytes - 30) + "\"}";
  }

  /** The least that could be durable: one table, no index, one thread, a group a transaction. */
  private static double bare(Path folder, int bytes, String without)
      throws SQLException, IOException {
    Path file = folder.resolve("bare.db");
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement plain = connection.createStatement()) {
      plain.execute("PRAGMA journal_mode=WAL");
      plain.execute("PRAGMA synchronous=FULL");
      plain.execute("PRAGMA cache_size=-64000");
      plain.execute("CREATE TABLE people(id TEXT PRIMARY KEY, v INTEGER, body TEXT)" + without);
      String sql =
          "INSERT INTO people VALUES(?, ?, ?)"
              + " ON CONFLICT(id) DO UPDATE SET v = excluded.v, body = excluded.body";
      try (PreparedStatement upsert = connection.prepareStatement(sql)) {
        for (int from = 0; from < PEOPLE; from += IN_FLIGHT) {
          plain.execute("BEGIN IMMEDIATE");
          for (int i = from; i < from + IN_FLIGHT; i++) upsert(upsert, i, 0, bytes);
          plain.execute("COMMIT");
        }
        return upserts(plain, upsert, bytes);
      }
    }
  }

  private static double upserts(Statement plain, PreparedStatement upsert, int bytes)
      throws SQLException {
    SplittableRandom random = new SplittableRandom(1);
    long done = 0;
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < SECONDS * 1_000_000_000L) {
      plain.execute("BEGIN IMMEDIATE");
      for (int i = 0; i < IN_FLIGHT; i++) upsert(upsert, random.nextInt(PEOPLE), ++done, bytes);
      plain.execute("COMMIT");
    }
    return done / ((System.nanoTime() - begin) / 1e9);
  }

  private static void upsert(PreparedStatement upsert, int person, long version, int bytes)
      throws SQLException {
    upsert.setString(1, id(person));
    upsert.setLong(2, version);
    upsert.setString(3, body(version, bytes));
    upsert.executeUpdate();
  }
}
