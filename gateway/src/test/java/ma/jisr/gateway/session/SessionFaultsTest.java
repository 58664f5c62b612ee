package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.VirtualLoop;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.limit.Limits;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the store may do to a turn, and what then must and must not have happened. */
class SessionFaultsTest {
  private final MemoryStore store = new MemoryStore();
  private final Keys keys = TestGateway.keys();
  private final TestGateway gateway = new TestGateway(store, keys, "p1", TestGateway.START);

  @ParameterizedTest
  @CsvSource({
    "UNKNOWN_APPLIED, b accepted, 1",
    "UNKNOWN_LOST,    b accepted, 1",
    "OVERTAKEN,       b accepted, 1",
    "FAIL,            b busy,     0"
  })
  void aTurnIsDoneOnceOrRefused(MemoryStore.Fault fault, String ack, int replies) {
    gateway.sms("a", "salam");
    gateway.acks.clear();
    gateway.channel.given.clear();
    store.faults.add(fault);
    gateway.sms("b", "again");
    assertEquals(List.of(ack), gateway.acks);
    assertEquals(replies, gateway.channel.given.size());
    gateway.sms("b", "again");
    assertEquals(1, gateway.channel.given.size(), "sent again by its peer, done once in all");
  }

  @Test
  void aTurnThatIsAlwaysOvertakenIsRefusedAfterFiveAttempts() {
    gateway.sms("a", "salam");
    for (int i = 0; i < TurnRun.MAX_ATTEMPTS; i++) store.faults.add(MemoryStore.Fault.OVERTAKEN);
    gateway.sms("b", "again");
    assertEquals(List.of("a accepted", "b busy"), gateway.acks);
    assertEquals(1, gateway.counters.of("turn.refused{reason=conflict}"));
    gateway.sms("b", "again");
    assertEquals("b accepted", gateway.acks.getLast());
  }

  @Test
  void aTurnThatCannotBeSteppedIsAcknowledgedOnce() {
    gateway.sms("a", "throw");
    gateway.sms("a", "throw");
    assertEquals(List.of("a accepted", "a accepted"), gateway.acks);
    assertEquals(1, gateway.counters.of("turn.failed"));
  }

  @Test
  void aPersonOverSixteenKilobytesIsRefusedAndUnchanged() {
    gateway.sms("a", "swell");
    gateway.sms("b", "swell");
    gateway.sms("c", "salam");
    assertEquals(List.of("a busy", "b busy", "c accepted"), gateway.acks);
    assertEquals(2, gateway.counters.of("turn.refused{reason=full}"));
  }

  @Test
  void overloadIsRefusedBeforeAnythingIsKept() {
    TestGateway narrow =
        new TestGateway(
            store,
            keys,
            new VirtualLoop(TestGateway.START),
            new SessionSettings("p1", true, 2, 16, 100, Limits.usual()));
    for (String id : List.of("a", "b", "c")) narrow.send(id, Inbound.Act.MESSAGE, "x", null);
    assertEquals(List.of("c busy"), narrow.acks);
    narrow.loop.run();
    assertEquals(List.of("c busy", "a accepted", "b accepted"), narrow.acks);
    assertEquals(0, narrow.engine.inFlight());
  }

  @Test
  void drainingRefusesAndEndsWhenAllIsAnswered() {
    store.faults.add(MemoryStore.Fault.HOLD);
    gateway.sms("a", "salam");
    var drained = gateway.engine.drain();
    gateway.sms("b", "salam");
    assertEquals(List.of("b busy"), gateway.acks);
    store.release();
    gateway.loop.run();
    assertTrue(drained.isDone());
  }

  @Test
  void personsLeaveTheMemoryAndTheirTimersStillFire() {
    TestGateway small =
        new TestGateway(
            store,
            keys,
            new VirtualLoop(TestGateway.START),
            new SessionSettings("p1", true, 100, 16, 1, Limits.usual()));
    small.sms("a", "timer");
    small.from("212661000002").sms("b", "salam");
    small.pass(Duration.ofMinutes(11));
    assertTrue(small.channel.texts().contains("MESSAGE time is up"));
  }

  /** Found by the simulated world: who had to be looked up again came behind who had been since. */
  @Test
  void whoseFirstTurnFailedIsHeardInOrderWhoeverHadToBeLookedUp() {
    CompletableFuture<Void> answered = new CompletableFuture<>();
    ArrayDeque<Fault> late = new ArrayDeque<>();
    ArrayDeque<Fault> refused = new ArrayDeque<>();
    Store failing = new FaultyStore(new MemoryStore(), (method, in) -> next(refused, method, in));
    SessionSettings forgetful = new SessionSettings("p1", true, 1_000, 16, 1, Limits.usual());
    TestGateway gateway =
        new TestGateway(
            new FaultyStore(failing, (method, in) -> next(late, method, in)),
            TestGateway.keys(),
            new VirtualLoop(TestGateway.START),
            forgetful);
    gateway.from("212661000002").sms("known", "hush");
    late.add(new Fault.Hold(answered));
    refused.add(new Fault.Refuse(StoreException.Kind.BUSY));
    gateway.from(TestGateway.PHONE).sms("a", "one");
    gateway.sms("b", "two"); // whose address is in memory
    gateway.from("212661000002").sms("other", "hush"); // takes its place
    gateway.from(TestGateway.PHONE).sms("c", "three"); // who is read from the store
    answered.complete(null);
    gateway.loop.run();
    assertEquals(
        List.of("known accepted", "other accepted", "a busy", "b accepted", "c accepted"),
        gateway.acks);
  }

  private static Fault next(ArrayDeque<Fault> faults, String method, String collection) {
    boolean first = method.equals("insert") && collection.equals(SessionCollections.PEOPLE);
    return first && !faults.isEmpty() ? faults.remove() : new Fault.Pass();
  }
}
