package ma.jisr.store;

import static ma.jisr.store.Outcome.CONFLICT;
import static ma.jisr.store.Outcome.EXISTS;
import static ma.jisr.store.Outcome.UNKNOWN;
import static ma.jisr.store.UnderTest.doc;
import static ma.jisr.store.UnderTest.get;
import static ma.jisr.store.UnderTest.next;
import static ma.jisr.store.UnderTest.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * A reply lost after the write was applied, and one refused before: both settled by reading back.
 */
interface LostReplyContract extends UnderTest {
  private FaultyStore faulty(FaultyStore.Fault fault) {
    return new FaultyStore(store(), (method, collection) -> fault);
  }

  @Test
  default void anUnknownReplacementIsSettledByVersionAndWriteId() {
    Document first = doc("a", "{\"n\":0}");
    insert(first);
    Document second = next(first, "mine", "{\"n\":1}");
    FaultyStore losing = faulty(new FaultyStore.Fault.LoseReply());
    assertEquals(UNKNOWN, get(losing.replaceIf("people", second, Priority.TURN)));
    Document found = present("a");
    assertEquals(second.version(), found.version());
    assertEquals("mine", found.writeId(), "it was ours");
    assertEquals(CONFLICT, replace(second), "the same document written again does no harm");
    assertEquals("mine", present("a").writeId());
  }

  @Test
  default void anUnknownInsertIsSettledByInsertingAgain() {
    FaultyStore losing = faulty(new FaultyStore.Fault.LoseReply());
    Document first = doc("a", "{}");
    assertEquals(
        List.of(UNKNOWN, UNKNOWN),
        get(losing.insert("people", List.of(first, doc("b", "{}")), Priority.TURN)));
    assertEquals(List.of(EXISTS), insert(first));
    assertEquals(first.writeId(), present("a").writeId());
    assertEquals(UNKNOWN, get(losing.deleteIf("people", "a", 0, Priority.TURN)));
    assertNull(read("a"));
    refused(
        StoreException.Kind.UNREACHABLE,
        losing.increment("people", "a", Map.of("n", 1L), Priority.TURN));
  }

  @Test
  default void whatIsRefusedOrHeldIsNotApplied() {
    FaultyStore refusing = faulty(new FaultyStore.Fault.Refuse(StoreException.Kind.BUSY));
    refused(
        StoreException.Kind.BUSY,
        refusing.insert("people", List.of(doc("a", "{}")), Priority.TURN));
    assertNull(read("a"));
    CompletableFuture<Boolean> go = new CompletableFuture<>();
    var held =
        faulty(new FaultyStore.Fault.Hold(go))
            .insert("people", List.of(doc("a", "{}")), Priority.TURN);
    assertNull(read("a"));
    assertFalse(held.isDone());
    go.complete(true);
    assertEquals(List.of(Outcome.INSERTED), get(held));
  }

  @Test
  default void aLateReplyIsOfWhatIsAppliedAlready() {
    CompletableFuture<Boolean> go = new CompletableFuture<>();
    var late =
        faulty(new FaultyStore.Fault.Late(go))
            .insert("people", List.of(doc("a", "{}")), Priority.TURN);
    assertEquals(List.of(Outcome.INSERTED), insert(doc("behind it", "{}")));
    assertEquals("{}", present("a").json());
    assertFalse(late.isDone());
    go.complete(true);
    assertEquals(List.of(Outcome.INSERTED), get(late));
  }
}
