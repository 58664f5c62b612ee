package ma.jisr.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Rewrite.Change;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;

class RewriteTest {
  private final MemoryStore store =
      new MemoryStore(List.of(new CollectionSpec("counts", Area.LIVE, List.of())));

  @Test
  void makesWhatIsNotThereAndChangesWhatIs() {
    assertEquals(1, add(store, "a").join());
    assertEquals(2, add(store, "b").join());
    Document now = store.get("counts", "c").join().orElseThrow();
    assertEquals(1, now.version());
    assertEquals("b", now.writeId());
  }

  @Test
  void whatChangesNothingWritesNothing() {
    add(store, "a").join();
    String seen =
        Rewrite.of(store, "counts", "c", "b", Priority.TURN, found -> Change.none("" + found))
            .join();
    assertTrue(seen.contains("\"n\":1"));
    assertEquals(0, store.get("counts", "c").join().orElseThrow().version());
  }

  @Test
  void allGetThroughWhoChangeItAtOnce() {
    List<CompletableFuture<Integer>> all = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 100; i++) {
        String writer = "w" + i;
        all.add(
            CompletableFuture.supplyAsync(() -> writer, threads).thenCompose(w -> add(store, w)));
      }
      all.forEach(CompletableFuture::join);
    }
    assertEquals(101, add(store, "last").join());
    assertEquals(100, all.stream().map(CompletableFuture::join).distinct().count());
  }

  @Test
  void aLostReplyIsSettledByReadingBack() {
    AtomicInteger writes = new AtomicInteger();
    Store deaf =
        new FaultyStore(
            store,
            (method, collection) ->
                (method.equals("insert") || method.equals("replaceIf"))
                        && writes.getAndIncrement() < 2
                    ? new Fault.LoseReply()
                    : new Fault.Pass());
    assertEquals(1, add(deaf, "a").join());
    assertEquals(2, add(deaf, "b").join());
    assertEquals(2, add(store, "c").thenApply(n -> n - 1).join());
  }

  @Test
  void whoeverAlwaysComesSecondIsTold() {
    AtomicInteger others = new AtomicInteger();
    CompletableFuture<Integer> never =
        Rewrite.of(
            store,
            "counts",
            "c",
            "mine",
            Priority.TURN,
            found -> {
              add(store, "other" + others.getAndIncrement()).join();
              return more(found);
            });
    CompletionException failed = assertThrows(CompletionException.class, never::join);
    assertTrue(failed.getCause() instanceof StoreException e && e.retryable());
    assertFalse(store.get("counts", "c").join().orElseThrow().writeId().equals("mine"));
    assertEquals(Rewrite.TRIES, others.get());
  }

  private static CompletableFuture<Integer> add(Store to, String writeId) {
    return Rewrite.of(to, "counts", "c", writeId, Priority.TURN, RewriteTest::more);
  }

  private static Change<Integer> more(Optional<String> found) {
    int before = found.map(json -> Integer.parseInt(json.replaceAll("\\D", ""))).orElse(0);
    return new Change<>("{\"n\":" + (before + 1) + "}", before + 1);
  }
}
