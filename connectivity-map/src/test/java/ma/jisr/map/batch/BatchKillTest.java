package ma.jisr.map.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import ma.jisr.store.memory.MemoryStore;
import ma.jisr.store.sqlite.SqliteStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process that dies at any of its writes: all of a batch is seen, or nothing. */
final class BatchKillTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
  private static final int DOCUMENTS = 2 * Chunks.MOST + 3;

  @TempDir Path folder;

  /** What becomes of the write at which the process dies. */
  enum Death {
    BEFORE,
    AFTER;

    Fault fault() {
      return this == BEFORE ? new Fault.Refuse(StoreException.Kind.CLOSED) : new Fault.LoseReply();
    }
  }

  /** Lives for so many writes; the next one is its last, and nothing is read or written then. */
  private static Store mortal(Store store, int writes, Death death, AtomicInteger made) {
    return new FaultyStore(
        store,
        (method, collection) -> {
          boolean write = List.of("insert", "replaceIf", "deleteIf").contains(method);
          int before = write ? made.getAndIncrement() : made.get();
          if (before > writes || (!write && before == writes + 1))
            return new Fault.Refuse(StoreException.Kind.CLOSED);
          return write && before == writes ? death.fault() : new Fault.Pass();
        });
  }

  private static List<Change> changes(Store store) {
    return changes(store, DOCUMENTS);
  }

  private static void fill(Store store) {
    for (int i = 0; i < DOCUMENTS; i += 2) Papers.insert(store, "p" + i, "old");
  }

  private static Map<String, String> all() {
    Map<String, String> all = new TreeMap<>();
    for (int i = 0; i < DOCUMENTS; i++) all.put("p" + i, i % 2 == 0 ? "new" : "made");
    return all;
  }

  private static void importing(Store store, List<Change> changes) {
    Batches batches = new Batches(store, () -> NOW);
    Batch staged = batches.stage("papers", "a.csv", "amina", changes);
    Verdict unused = batches.publish(staged.id(), areas -> true);
    batches.finish();
  }

  private static void undoing(Store store) {
    Batches batches = new Batches(store, () -> NOW);
    Verdict unused =
        batches.undo(batches.list("papers").getFirst().id(), Papers.SAID, areas -> true);
    batches.finish();
  }

  /** Runs until death; gives whether it lived to the end. */
  private static boolean survives(Runnable work) {
    try {
      work.run();
      return true;
    } catch (StoreException e) {
      return false;
    }
  }

  @ParameterizedTest
  @EnumSource
  void aDeathAtAnyWriteOfAnImportLeavesAllOrNothing(Death death) {
    boolean lived = false;
    int published = 0;
    for (int writes = 0; !lived; writes += step(writes)) {
      MemoryStore store = new MemoryStore(Papers.specs());
      fill(store);
      Map<String, String> nothing = Papers.seen(store);
      List<Change> changes = changes(store);
      Store mortal = mortal(store, writes, death, new AtomicInteger());
      lived = survives(() -> importing(mortal, changes));
      Map<String, String> after = Papers.seen(store);
      assertTrue(after.equals(nothing) || after.equals(all()), "after " + writes + " writes");
      new Batches(store, () -> NOW).finish();
      assertEquals(after, Papers.seen(store), "the restart changes nothing for readers");
      if (after.equals(all())) published++;
      importing(store, after.equals(all()) ? List.of(Papers.made("z", "z")) : changes);
      Map<String, String> again = Papers.seen(store);
      again.remove("z");
      assertEquals(all(), again, "the import again, to its end");
    }
    assertTrue(published > 1);
  }

  @ParameterizedTest
  @EnumSource
  void aDeathAtAnyWriteOfAnUndoLeavesAllOrNothing(Death death) {
    boolean lived = false;
    for (int writes = 0; !lived; writes += step(writes)) {
      MemoryStore store = new MemoryStore(Papers.specs());
      fill(store);
      Map<String, String> nothing = Papers.seen(store);
      importing(store, changes(store));
      Store mortal = mortal(store, writes, death, new AtomicInteger());
      lived = survives(() -> undoing(mortal));
      Map<String, String> after = Papers.seen(store);
      assertTrue(after.equals(nothing) || after.equals(all()), "after " + writes + " writes");
      undoing(store);
      assertEquals(nothing, Papers.seen(store));
    }
  }

  /** Every write of the head and of the first documents, then some of the many others. */
  private static int step(int writes) {
    return writes < 12 ? 1 : 67;
  }

  @Test
  void atEveryWriteReadersSeeAllOrNothing() {
    List<Map<String, String>> states = new ArrayList<>();
    MemoryStore[] holder = new MemoryStore[1];
    MemoryStore store =
        new MemoryStore(
            Papers.specs(),
            (collection, document) -> {
              if (!document.writeId().equals("first")) note(states, Papers.seen(holder[0]));
            });
    holder[0] = store;
    for (int i = 0; i < 40; i += 2) Papers.insert(store, "p" + i, "old");
    Map<String, String> nothing = Papers.seen(store);
    importing(store, changes(store, 40));
    Map<String, String> all = Papers.seen(store);
    undoing(store);
    assertEquals(List.of(nothing, all, nothing), states);
  }

  private static List<Change> changes(Store store, int documents) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < documents; i++)
      changes.add(
          i % 2 == 0 ? Papers.changed(store, "p" + i, "new") : Papers.made("p" + i, "made"));
    return changes;
  }

  private static void note(List<Map<String, String>> states, Map<String, String> seen) {
    if (states.isEmpty() || !states.getLast().equals(seen)) states.add(seen);
  }

  @Test
  void aRestartOnDiskEndsWhatWasBegun() {
    try (SqliteStore store = SqliteStore.scratch(folder, Papers.specs())) {
      fill(store);
      List<Change> changes = changes(store);
      // The head, three chunks, staged, published, then some documents.
      Store mortal = mortal(store, 30, Death.BEFORE, new AtomicInteger());
      assertEquals(false, survives(() -> importing(mortal, changes)));
      assertEquals(all(), Papers.seen(store));
    }
    try (SqliteStore store = SqliteStore.scratch(folder, Papers.specs())) {
      assertEquals(all(), Papers.seen(store), "before anything else is done");
      Batches batches = new Batches(store, () -> NOW);
      batches.finish();
      assertEquals(Batch.State.APPLIED, batches.list("papers").getFirst().state());
      assertEquals(all(), Papers.seen(store));
    }
  }
}
