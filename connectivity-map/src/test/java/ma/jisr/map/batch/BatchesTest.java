package ma.jisr.map.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import ma.jisr.map.batch.Batch.State;
import ma.jisr.store.Document;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BatchesTest {
  private final MemoryStore store = new MemoryStore(Papers.specs());
  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T10:00:00Z"));
  private final Batches batches = new Batches(store, now::get);

  @BeforeEach
  void papers() {
    Papers.insert(store, "a", "a1");
    Papers.insert(store, "b", "b1");
  }

  private List<Change> changes() {
    return List.of(
        Papers.changed(store, "a", "a2"), Papers.made("c", "c1"), Papers.made("d", "d1"));
  }

  private Batch stage() {
    return batches.stage("papers", "a.csv", "amina", changes());
  }

  private Batch publish(Batch batch) {
    return assertInstanceOf(Verdict.Done.class, batches.publish(batch.id(), areas -> true)).batch();
  }

  private Batch state(Batch batch) {
    return batches.batch(batch.id()).orElseThrow();
  }

  @Test
  void whatIsStagedIsSeenByNobodyAndWhatIsPublishedByAllAtOnce() {
    Batch staged = stage();
    assertEquals(State.STAGED, staged.state());
    assertEquals(Map.of("a", "a1", "b", "b1"), Papers.seen(store));
    publish(staged);
    Map<String, String> all = Map.of("a", "a2", "b", "b1", "c", "c1", "d", "d1");
    assertEquals(all, Papers.seen(store), "before any document is written");
    assertEquals(0, store.get("papers", "a").join().orElseThrow().version());
    batches.finish();
    assertEquals(all, Papers.seen(store));
    Batch applied = state(staged);
    assertEquals(State.APPLIED, applied.state());
    assertEquals(2, applied.added());
    assertEquals(1, applied.changed());
    assertEquals(Batch.Left.NONE, applied.left());
    assertEquals(1, store.get("papers", "a").join().orElseThrow().version());
  }

  @Test
  void anUndoRestoresEveryDocumentToTheLetter() {
    Batch batch = publish(stage());
    batches.finish();
    assertInstanceOf(Verdict.Done.class, batches.undo(batch.id(), Papers.SAID, areas -> true));
    assertEquals(Map.of("a", "a1", "b", "b1"), Papers.seen(store), "at once");
    batches.finish();
    assertEquals(Map.of("a", "a1", "b", "b1"), Papers.seen(store));
    Document restored = store.get("papers", "a").join().orElseThrow();
    assertEquals(Papers.body("a1"), restored.json());
    assertEquals(2, restored.version(), "who has read the batch's version is told so");
    assertEquals(State.UNDONE, state(batch).state());
    assertTrue(store.get("papers", "c").join().isEmpty());
  }

  @Test
  void anUndoLeavesOutWhatWasEditedSinceAndSaysSo() {
    Batch batch = publish(stage());
    batches.finish();
    Papers.edit(store, "a", "a3");
    Papers.edit(store, "c", "c2");
    Verdict unused = batches.undo(batch.id(), Papers.SAID, areas -> true);
    Map<String, String> left = Map.of("a", "a3", "b", "b1", "c", "c2");
    assertEquals(left, Papers.seen(store));
    batches.finish();
    assertEquals(left, Papers.seen(store));
    assertEquals(new Batch.Left(2, List.of("a", "c")), state(batch).left());
  }

  @Test
  void anUndoBeforeTheDocumentsWereWrittenWritesThemFirst() {
    Batch batch = publish(stage());
    assertInstanceOf(Verdict.Done.class, batches.undo(batch.id(), Papers.SAID, areas -> true));
    batches.finish();
    assertEquals(Map.of("a", "a1", "b", "b1"), Papers.seen(store));
    assertEquals(State.UNDONE, state(batch).state());
  }

  @Test
  void theSameChangesAreTheSameBatch() {
    Batch first = stage();
    assertEquals(first, stage());
    publish(first);
    assertEquals(1, batches.list("papers").size());
    assertEquals(List.of(), batches.list("others"));
  }

  @Test
  void whatWasUndoneMayBeStagedAgain() {
    List<Change> made = List.of(Papers.made("c", "c1"));
    Batch first = batches.stage("papers", "a.csv", "amina", made);
    publish(first);
    batches.finish();
    Verdict undone = batches.undo(first.id(), Papers.SAID, areas -> true);
    batches.finish();
    Batch again = batches.stage("papers", "a.csv", "said", made);
    assertEquals(first.id(), again.id());
    assertEquals(2, again.round());
    assertEquals(Map.of("a", "a1", "b", "b1"), Papers.seen(store));
    publish(again);
    assertEquals("c1", Papers.seen(store).get("c"));
    batches.finish();
    assertEquals(Batch.Left.NONE, state(again).left());
    assertInstanceOf(Verdict.Done.class, undone);
  }

  @Test
  void whatWasEditedAfterTheStagingIsNotPublishedOver() {
    Batch staged = stage();
    Papers.edit(store, "a", "a9");
    Verdict.Refused refused =
        assertInstanceOf(Verdict.Refused.class, batches.publish(staged.id(), areas -> true));
    assertEquals(Verdict.Why.OVERTAKEN, refused.why());
    assertEquals(List.of("a"), refused.documents());
    assertEquals(Map.of("a", "a9", "b", "b1"), Papers.seen(store));
  }

  @Test
  void whatWasEditedWhileItIsWrittenStaysAndIsTold() {
    Batch batch = publish(stage());
    Papers.edit(store, "a", "a9");
    batches.finish();
    assertEquals("a9", Papers.seen(store).get("a"));
    assertEquals(new Batch.Left(1, List.of("a")), state(batch).left());
  }

  @Test
  void aBatchIsPublishedAndUndoneByWhoHasARightToAllOfIt() {
    Batch staged = stage();
    assertEquals(
        Verdict.refused(Verdict.Why.NO_RIGHT), batches.publish(staged.id(), areas -> false));
    publish(staged);
    assertEquals(
        Verdict.refused(Verdict.Why.NO_RIGHT),
        batches.undo(staged.id(), Papers.SAID, areas -> areas.contains("there")));
    assertEquals(State.PUBLISHED, state(staged).state());
  }

  @Test
  void whatIsNotThereIsRefused() {
    assertEquals(Verdict.refused(Verdict.Why.UNKNOWN), batches.publish("nothing", areas -> true));
    assertEquals(
        Verdict.refused(Verdict.Why.UNKNOWN), batches.undo("nothing", Papers.SAID, areas -> true));
    assertEquals(
        Verdict.refused(Verdict.Why.NOT_PUBLISHED),
        batches.undo(stage().id(), Papers.SAID, areas -> true));
  }

  @Test
  void aBatchHasBounds() {
    assertThrows(
        IllegalArgumentException.class,
        () -> batches.stage("papers", "none.csv", "amina", List.of()));
    List<Change> twice = List.of(Papers.made("c", "c1"), Papers.made("c", "c2"));
    assertThrows(
        IllegalArgumentException.class, () -> batches.stage("papers", "x", "amina", twice));
    List<Change> many = new ArrayList<>();
    Change one = Papers.made("c", "c1");
    for (int i = 0; i <= Batches.MOST_ROWS; i++) many.add(one);
    assertThrows(IllegalArgumentException.class, () -> batches.stage("papers", "x", "amina", many));
    List<Change> large = List.of(Papers.made("c", "c".repeat(Chunks.MOST_CHARACTERS)));
    assertThrows(
        IllegalArgumentException.class, () -> batches.stage("papers", "x", "amina", large));
  }

  @Test
  void whatIsOldIsSweptAndWhatIsPendingIsNot() {
    Batch staged = stage();
    now.set(now.get().plus(Keeping.STAGED).plusSeconds(1));
    assertEquals(1, batches.sweep());
    assertTrue(batches.batch(staged.id()).isEmpty());
    assertEquals(List.of(), store.scan("batch_rows", "", 10).join());
    Batch published = publish(stage());
    now.set(now.get().plus(Keeping.PUBLISHED).plus(Duration.ofDays(1)));
    assertEquals(0, batches.sweep(), "its documents are not written yet");
    batches.finish();
    assertEquals(1, batches.sweep());
    assertFalse(batches.undo(published.id(), Papers.SAID, areas -> true) instanceof Verdict.Done);
    assertEquals("a2", Papers.seen(store).get("a"), "only the way back is gone");
  }

  @Test
  void aLongBatchIsCutIntoChunks() {
    List<Change> many = new ArrayList<>();
    for (int i = 0; i < 3 * Chunks.MOST + 1; i++) many.add(Papers.made("n" + i, "text"));
    Batch batch = publish(batches.stage("papers", "many.csv", "amina", many));
    assertEquals(4, batch.chunks());
    batches.finish();
    assertEquals(many.size() + 2, Papers.seen(store).size());
    assertEquals(
        List.of(1, 2, 1), Chunks.cut(fat(200, 100, 140, 240)).stream().map(List::size).toList());
  }

  private static List<Change> fat(int... thousands) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < thousands.length; i++)
      changes.add(Papers.made("f" + i, "x".repeat(thousands[i] * 1000)));
    return changes;
  }
}
