package ma.jisr.service.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import ma.jisr.base.Agents;
import ma.jisr.base.Vault;
import ma.jisr.base.VirtualLoop;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.port.Introducer;
import ma.jisr.flow.port.Messenger;
import ma.jisr.flow.port.Signals;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import ma.jisr.store.sqlite.SqliteStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A change and what it tells: in one write, handed in until somebody has taken it, in order. */
class RelayTest {
  private static final String QUEUES = "queues";
  private static final Instant START = Instant.parse("2026-03-02T10:15:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;

  private final VirtualLoop loop = new VirtualLoop(START);
  private final List<String> handedIn = new ArrayList<>();
  private boolean deaf;
  private Store store;

  @BeforeEach
  void open() {
    store =
        SqliteStore.scratch(
            folder,
            List.of(new CollectionSpec(QUEUES, CollectionSpec.Area.LIVE, List.of(Outbox.INDEX))));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private static Event called(String ticket) {
    Map<String, Value> values = Map.of("desk", new Value.Whole(4));
    return new Event("queue.called", ticket, values, START.plusSeconds(600));
  }

  private static Notice soon() {
    return new Notice("queue.take", "soon", Map.of(), Urgency.REPLY, START.plusSeconds(600));
  }

  private CompletableFuture<Void> take(String what) {
    if (deaf) return CompletableFuture.failedFuture(new IllegalStateException("no store"));
    handedIn.add(what);
    return CompletableFuture.completedFuture(null);
  }

  private Relay relay() {
    Signals signals = (person, event, key) -> take(key + " " + person + " " + event.of());
    Messenger messenger =
        (person, notice, key) -> take(key + " " + person + " " + notice.message());
    return new Relay(loop, store, messenger, signals, List.of(QUEUES));
  }

  /** An engine that notes how somebody is told. */
  private Introducer engine() {
    return new Introducer() {
      @Override
      public CompletableFuture<Void> send(String person, Notice notice, String key) {
        return take(key + " " + person + " " + notice.message());
      }

      @Override
      public CompletableFuture<Void> introduce(
          String person, String digits, Reply way, Notice notice, String key) {
        return take(key + " " + person + " of " + digits + " by " + way.link());
      }
    };
  }

  private static Outboxes outboxes(Agents registered) {
    return new Outboxes(
        new Introductions(
            Vault.passing(new Random(5)), () -> new Reply(ChannelKind.SMS, "iam", "5050")),
        registered);
  }

  /** Whose number an account keeps is written to, others as who has written. */
  @Test
  void whoIsRegisteredIsToldBeforeTheyHaveWrittenAWord() throws TimeoutException {
    Outboxes outboxes = outboxes(new KnownPhones(Map.of("p2", "212661000002")));
    Outbox rows = await(outboxes.call(Outbox.EMPTY, List.of("p1", "p2"), soon()));
    await(store.insert(QUEUES, List.of(queue(0, rows)), Priority.TURN));
    outboxes.relay(loop, store, engine(), (person, event, key) -> take(key), List.of(QUEUES));
    outboxes.wrote(QUEUES, "q1");
    untilEmpty();
    assertEquals(List.of("queues:q1:0 p1 soon", "queues:q1:1 p2 of 212661000002 by iam"), handedIn);
  }

  @Test
  void whoMayNeverHaveWrittenIsIntroducedByTheirNumberWhichStandsNowhereOpen()
      throws TimeoutException {
    Outboxes outboxes = outboxes(Agents.NONE);
    Outbox rows = outboxes.introduce(Outbox.EMPTY.send("p1", soon()), "p2", "212661000002", soon());
    rows = rows.introduce("p3", "sealed by a key that is lost", soon());
    await(store.insert(QUEUES, List.of(queue(0, rows)), Priority.TURN));
    String json = await(store.get(QUEUES, "q1")).orElseThrow().json();
    assertFalse(json.contains("661000002"), json);
    Signals nobody = (person, event, key) -> take(key);
    outboxes.relay(loop, store, engine(), nobody, List.of(QUEUES));
    outboxes.wrote(QUEUES, "q1");
    untilEmpty();
    assertEquals(
        List.of(
            "queues:q1:0 p1 soon", "queues:q1:1 p2 of 212661000002 by iam", "queues:q1:2 p3 soon"),
        handedIn);
  }

  private Document queue(long version, Outbox outbox) {
    ObjectNode body = JsonNodeFactory.instance.objectNode().put("serving", version);
    OutboxJson.put(body, outbox, loop.now());
    return new Document("q1", version, "w" + version, body.toString());
  }

  private <T> T await(CompletableFuture<T> future) throws TimeoutException {
    return loop.await(future, PATIENCE);
  }

  private Outbox stored() throws TimeoutException {
    Document found = await(store.get(QUEUES, "q1")).orElseThrow();
    return OutboxJson.of(OutboxJson.parse(found.json()));
  }

  /** Runs the loop while the store's threads answer, until the outbox is empty. */
  private void untilEmpty() throws TimeoutException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!stored().rows().isEmpty())
      if (System.nanoTime() > end) throw new TimeoutException("rows are left: " + stored());
  }

  private Outbox three() {
    return Outbox.EMPTY.raise("p1", called("A17")).send("p2", soon()).raise("p1", called("A18"));
  }

  @Test
  void whatIsToldOfAWriteIsHandedInInOrderAndRemoved() throws TimeoutException {
    await(store.insert(QUEUES, List.of(queue(0, three())), Priority.TURN));
    relay().wrote(QUEUES, "q1");
    untilEmpty();
    assertEquals(
        List.of("queues:q1:0 p1 A17", "queues:q1:1 p2 soon", "queues:q1:2 p1 A18"), handedIn);
    assertEquals(3, stored().next(), "numbers are never used again");
  }

  @Test
  void whatACrashHasLeftIsFoundAndHandedInUnderTheSameKeys() throws TimeoutException {
    await(store.insert(QUEUES, List.of(queue(0, three())), Priority.TURN));
    loop.advance(Relay.GRACE.plusSeconds(1));
    Relay next = relay();
    next.start();
    untilEmpty();
    assertEquals(3, handedIn.size());
    assertTrue(handedIn.getFirst().startsWith("queues:q1:0 "));
  }

  @Test
  void whatIsNotTakenStaysAndIsOfferedAgain() throws TimeoutException {
    await(store.insert(QUEUES, List.of(queue(0, three())), Priority.TURN));
    deaf = true;
    Relay relay = relay();
    relay.wrote(QUEUES, "q1");
    loop.run();
    assertEquals(3, stored().rows().size());
    deaf = false;
    relay.wrote(QUEUES, "q1");
    untilEmpty();
    assertEquals(3, handedIn.size());
  }

  @Test
  void aChangeInBetweenIsKeptAndItsRowsComeAfterTheOthersOnce() throws TimeoutException {
    await(store.insert(QUEUES, List.of(queue(0, three())), Priority.TURN));
    Outbox more = three().raise("p3", called("A19"));
    Relay relay = relay();
    relay.wrote(QUEUES, "q1");
    assertEquals(Outcome.REPLACED, await(store.replaceIf(QUEUES, queue(1, more), Priority.TURN)));
    relay.wrote(QUEUES, "q1");
    untilEmpty();
    assertEquals(4, handedIn.stream().distinct().count());
    assertEquals("queues:q1:3 p3 A19", handedIn.getLast());
    String body = await(store.get(QUEUES, "q1")).orElseThrow().json();
    assertTrue(body.contains("\"serving\":1"), body);
    assertFalse(body.contains("outboxDue"), body);
  }

  @Test
  void anOutboxIsBoundedAndHoldsNoNumbers() {
    Outbox full = Outbox.EMPTY;
    for (int i = 0; i < Outbox.MAX_ROWS; i++) full = full.raise("p", called("A" + i));
    Outbox bounded = full;
    assertThrows(IllegalStateException.class, () -> bounded.send("p", soon()));
    Event number =
        new Event("x.y", "", Map.of("who", new Value.Phone("212661000001")), START.plusSeconds(1));
    assertThrows(IllegalArgumentException.class, () -> Outbox.EMPTY.raise("p", number));
  }

  @Test
  void aLongSourceIsNamedByItsHash() {
    assertEquals("queues:q1:7", Relay.key("queues", "q1", 7));
    String key = Relay.key("queues", "q".repeat(128), 7);
    assertTrue(key.length() <= Messenger.MAX_KEY && key.endsWith(":7"), key);
  }
}
