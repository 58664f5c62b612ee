package ma.jisr.store.sqlite;

import static ma.jisr.store.StoreException.Kind.BUSY;
import static ma.jisr.store.StoreException.Kind.FULL;
import static ma.jisr.store.StoreException.Kind.INVALID;
import static ma.jisr.store.UnderTest.doc;
import static ma.jisr.store.UnderTest.get;
import static ma.jisr.store.UnderTest.ids;
import static ma.jisr.store.UnderTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.StoreException;
import ma.jisr.store.UnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The writer: turns before background, bounded queues, a full disk, declared indexes. */
final class WriterTest {
  @TempDir Path folder;

  private SqliteStore open(Settings settings) {
    return SqliteStore.open(folder, UnderTest.SPECS, settings);
  }

  /**
   * A clock at which the writer stops when it looks at it for its first group, until it is let go.
   */
  private static final class Brake implements LongSupplier {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long getAsLong() {
      reached.countDown();
      try {
        release.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      // Each look is 2 ms later: a slice ends after two or three steps.
      return nanos.addAndGet(2_000_000);
    }

    /** Gives the writer something to do and waits until it has stopped before it. */
    CompletableFuture<Void> hold(SqliteStore store) throws InterruptedException {
      var holding = store.merge("people", "holder", Map.of("n", 1), Priority.TURN);
      reached.await();
      return holding;
    }

    void go() {
      release.countDown();
    }
  }

  @Test
  void turnsGoFirstAndBackgroundWorkInSlices() throws InterruptedException {
    Brake brake = new Brake();
    Settings usual = Settings.usual();
    Settings ticking =
        new Settings(
            usual.queuedWrites(),
            usual.queuedChars(),
            1,
            10,
            usual.walBytes(),
            usual.maxPages(),
            usual.checkedFirst(),
            usual.checkedLater(),
            true,
            brake);
    List<String> order = Collections.synchronizedList(new ArrayList<>());
    try (SqliteStore store = open(ticking)) {
      var holding = brake.hold(store);
      List<CompletableFuture<?>> all = new ArrayList<>(List.of(holding));
      List<Document> many = new ArrayList<>();
      for (int i = 0; i < 30; i++) many.add(doc("many" + i, "{}"));
      all.add(background(store, many).thenRun(() -> order.add("many")));
      all.add(background(store, List.of(doc("one", "{}"))).thenRun(() -> order.add("one")));
      all.add(
          store
              .insert("people", List.of(doc("turn", "{}")), Priority.TURN)
              .thenCompose(
                  done -> {
                    order.add("turn");
                    return store.insert("people", List.of(doc("next", "{}")), Priority.TURN);
                  })
              .thenRun(() -> order.add("next turn")));
      brake.go();
      all.forEach(UnderTest::get);
    }
    assertEquals(List.of("turn", "next turn", "many", "one"), order);
  }

  private static CompletableFuture<List<Outcome>> background(
      SqliteStore store, List<Document> documents) {
    return store.insert("people", documents, Priority.BACKGROUND);
  }

  @Test
  void aFullQueueIsBusyAndNothingOfItWritten() throws InterruptedException {
    Settings usual = Settings.usual();
    Brake brake = new Brake();
    Settings small =
        new Settings(
            3,
            100,
            1,
            10,
            usual.walBytes(),
            usual.maxPages(),
            usual.checkedFirst(),
            usual.checkedLater(),
            true,
            brake);
    try (SqliteStore store = open(small)) {
      var holding = brake.hold(store);
      String big = "{\"a\":\"" + "x".repeat(200) + "\"}";
      var first = store.insert("people", List.of(doc("a", big)), Priority.TURN);
      refused(BUSY, store.insert("people", List.of(doc("b", "{}")), Priority.TURN));
      List<CompletableFuture<?>> queued = new ArrayList<>();
      for (int i = 0; i < 3; i++) queued.add(background(store, List.of(doc("p" + i, "{}"))));
      refused(BUSY, background(store, List.of(doc("c", "{}"))));
      brake.go();
      get(holding);
      assertEquals(List.of(Outcome.INSERTED), get(first), "an empty queue takes any size");
      queued.forEach(UnderTest::get);
      assertEquals(
          List.of("a", "holder", "p0", "p1", "p2"), ids(get(store.scan("people", "", 10))));
    }
  }

  /**
   * SQLite's page limit gives the same SQLITE_FULL as a disk without room; the disk is not full.
   */
  @Test
  void aFullDiskLosesNothingAndWritingGoesOnWhenThereIsRoom() {
    List<String> inserted = new ArrayList<>();
    try (SqliteStore store = open(Settings.usual().withMaxPages(100))) {
      CompletableFuture<List<Outcome>> last = insert(store, 0);
      int next = 1;
      for (; next < 1000 && failure(last) == null; next++) {
        inserted.add("p" + (next - 1));
        last = insert(store, next);
      }
      assertTrue(inserted.size() > 10, "there was room at first");
      refused(FULL, last);
      refused(FULL, insert(store, next));
      assertEquals(
          Outcome.REPLACED,
          get(store.replaceIf("people", new Document("p0", 1, "w", "{}"), Priority.TURN)),
          "what needs no room goes on");
      assertEquals(inserted.size(), get(store.scan("people", "", 1000)).size());
      for (int i = 1; i < 8; i++)
        assertEquals(Outcome.DELETED, get(store.deleteIf("people", "p" + i, 0, Priority.TURN)));
      assertEquals(List.of(Outcome.INSERTED), get(insert(store, next)), "room again");
    }
    assertTrue(StoreCheck.of(folder, UnderTest.SPECS).clean());
    try (SqliteStore store = open(Settings.usual())) {
      assertEquals(List.of(Outcome.INSERTED), get(insert(store, 5000)));
    }
  }

  private static CompletableFuture<List<Outcome>> insert(SqliteStore store, int n) {
    return store.insert(
        "people", List.of(doc("p" + n, "{\"text\":\"" + "x".repeat(3000) + "\"}")), Priority.TURN);
  }

  private static @org.jspecify.annotations.Nullable Throwable failure(CompletableFuture<?> future) {
    return get(future.handle((value, error) -> java.util.Optional.ofNullable(error))).orElse(null);
  }

  @Test
  void aMergeMayNotOutgrowADocument() {
    try (SqliteStore store = open(Settings.usual())) {
      String most = "{\"a\":\"" + "x".repeat(Document.MAX_BYTES - 8) + "\"}";
      get(store.insert("people", List.of(doc("a", most)), Priority.TURN));
      refused(INVALID, store.merge("people", "a", Map.of("more", "text"), Priority.TURN));
      assertEquals(most, get(store.get("people", "a")).orElseThrow().json());
    }
  }

  @Test
  void declaredIndexesMayChange() {
    try (SqliteStore store = open(Settings.usual())) {
      get(store.insert("people", List.of(doc("a", "{\"due\":1,\"rank\":2}")), Priority.TURN));
    }
    CollectionSpec changed =
        new CollectionSpec(
            "people",
            Area.LIVE,
            List.of(
                new IndexSpec("due", List.of(), "rank"),
                new IndexSpec("fresh", List.of("due"), "rank")));
    try (SqliteStore store = SqliteStore.open(folder, List.of(changed))) {
      var page = get(store.find("people", UnderTest.by("due", 2L, null, 5)));
      assertEquals(List.of("a"), ids(page.documents()));
      refused(INVALID, store.find("people", UnderTest.by("name", 1)));
    }
  }

  @Test
  void aCollectionDoesNotMoveToTheOtherFile() {
    open(Settings.usual()).close();
    CollectionSpec moved = new CollectionSpec("people", Area.BULK, List.of());
    StoreException refusal =
        org.junit.jupiter.api.Assertions.assertThrows(
            StoreException.class, () -> SqliteStore.open(folder, List.of(moved)).close());
    assertEquals(INVALID, refusal.kind());
  }

  @Test
  void theLogIsEmptiedIntoTheFile() throws Exception {
    Settings usual = Settings.usual();
    try (SqliteStore store = open(usual)) {
      for (int i = 0; i < 50; i++) get(insert(store, i));
      assertTrue(Files.size(folder.resolve("live.db-wal")) > 0);
    }
    assertTrue(Files.notExists(folder.resolve("live.db-wal")));
  }
}
