package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import ma.jisr.base.Address;
import ma.jisr.flow.Input;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.delivery.SentMarks;
import ma.jisr.store.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What services and others have for a person: taken once, whatever dies when. */
class InboxTest {
  private static final String OTHER = "212661000002";

  private final MemoryStore store = new MemoryStore();
  private final Keys keys = TestGateway.keys();
  private final TestGateway gateway = new TestGateway(store, keys, "p1", TestGateway.START);

  private static Event called() {
    return new Event("called", "A17", Map.of(), TestGateway.START.plusSeconds(3600));
  }

  private String person(String number) {
    gateway.from(number).sms("hello" + number, "salam");
    gateway.pass(SentMarks.GATHER);
    gateway.channel.given.clear();
    String alias = keys.alias(new Address("tel", number));
    return stored(SessionCollections.ALIASES, alias).writeId();
  }

  private Document stored(String collection, String id) {
    return Objects.requireNonNull(store.all(collection).get(id));
  }

  private boolean raise(TestGateway through, String person, String key) {
    var handedIn = through.engine.signals().raise(person, called(), key);
    through.loop.run();
    return handedIn.isDone() && !handedIn.isCompletedExceptionally();
  }

  @Test
  void anEventIsATurnOfItsPersonAndLeavesNothingBehind() {
    String person = person(TestGateway.PHONE);
    assertTrue(raise(gateway, person, "queue:1"));
    assertEquals(List.of("MESSAGE called"), gateway.channel.texts());
    assertEquals(Map.of(), store.all(SessionCollections.INBOX));
  }

  @Test
  void theSameKeyIsOneTurnWhetherItsRowIsStillThereOrNot() {
    String person = person(TestGateway.PHONE);
    raise(gateway, person, "queue:1");
    raise(gateway, person, "queue:1");
    raise(gateway, person, "queue:2");
    assertEquals(List.of("MESSAGE called", "MESSAGE called"), gateway.channel.texts());
    assertEquals(Map.of(), store.all(SessionCollections.INBOX));
  }

  @Test
  void aRowSaysWhoAndWhenButNotWhat() {
    String person = person(TestGateway.PHONE);
    store.faults.add(MemoryStore.Fault.HOLD);
    Notice notice =
        new Notice(
            "queue.take",
            "come",
            Map.of("desk", new Value.Text("desk seven")),
            Urgency.EMERGENCY,
            TestGateway.START.plusSeconds(60));
    var unused = gateway.engine.messenger().send(person, notice, "queue:1");
    gateway.loop.run();
    Document stored = stored(SessionCollections.INBOX, "queue:1");
    String row = stored.json();
    assertTrue(row.contains(person) && row.contains("EMERGENCY"), row);
    assertFalse(row.contains("seven") || row.contains("come") || row.contains("queue.take"), row);
    InboxRow read = new InboxCodec(keys).decode(stored);
    assertEquals(notice, ((Input.Told) read.input()).notice());
  }

  @Test
  void aRowThatCannotBeSteppedIsTakenOnce() {
    String person = person(TestGateway.PHONE);
    Notice bad =
        new Notice("echo", "throw", Map.of(), Urgency.BULK, TestGateway.START.plusSeconds(60));
    var unused = gateway.engine.messenger().send(person, bad, "queue:1");
    gateway.loop.run();
    assertEquals(1, gateway.counters.of("turn.failed"));
    assertEquals(Map.of(), store.all(SessionCollections.INBOX));
  }

  /** A message is of use as long as its notice is; that it went to nobody is told by its mark. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatReachesNobodyIsTold(boolean refused) {
    String person = person(TestGateway.PHONE);
    gateway.channel.answer(refused ? new Sent.Refused("0x0000000b") : new Sent.Held("link down"));
    gateway.channel.down();
    Notice notice =
        new Notice("echo", "come", Map.of(), Urgency.REPLY, TestGateway.START.plusSeconds(600));
    var unused = gateway.engine.messenger().send(person, notice, "queue:1");
    gateway.pass(Duration.ofSeconds(1));
    if (!refused) assertEquals(List.of(), gateway.lost);
    gateway.pass(Duration.ofMinutes(11));
    assertEquals(List.of(person + ' ' + keys.handed("queue:1")), gateway.lost);
  }

  /** After so many writes the process is dead; its source hands in again what it is not sure of. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void whereverItDiesAnEventIsOneTurn(int writes) {
    String person = person(TestGateway.PHONE);
    store.writesLeft = writes;
    boolean sure = raise(gateway, person, "queue:1");
    TestGateway after = restart();
    if (!sure) assertTrue(raise(after, person, "queue:1"));
    after.pass(Duration.ofMinutes(2));
    assertEquals(1, said(gateway, after, "called"));
    assertEquals(Map.of(), after.stored(SessionCollections.INBOX));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void whereverItDiesSomebodyElseIsToldOnce(int writes) {
    person(TestGateway.PHONE);
    store.writesLeft = writes;
    gateway.from(TestGateway.PHONE).sms("t", "tell " + OTHER + " gift");
    gateway.pass(SentMarks.GATHER);
    TestGateway after = restart();
    after.sms("t", "tell " + OTHER + " gift");
    after.pass(Duration.ofMinutes(2));
    assertEquals(1, said(gateway, after, "gift"));
    List<Outbound> all = new ArrayList<>(gateway.channel.given);
    all.addAll(after.channel.given);
    all.removeIf(o -> !o.text().equals("gift"));
    assertTrue(all.stream().allMatch(o -> o.to().equals(new Address("tel", OTHER))), "to whom");
    assertEquals(Map.of(), after.stored(SessionCollections.INBOX));
  }

  @Test
  void aShortNumberIsToldNothing() {
    person(TestGateway.PHONE);
    gateway.from(TestGateway.PHONE).sms("t", "tell 2121 gift");
    assertEquals(List.of("MESSAGE refused "), gateway.channel.texts());
  }

  private TestGateway restart() {
    return new TestGateway(store.afterCrash(), keys, "p2", gateway.loop.now().plusSeconds(2));
  }

  /** How many texts of these words were made: one that is sent twice keeps its id. */
  private static long said(TestGateway before, TestGateway after, String words) {
    return Stream.concat(before.channel.given.stream(), after.channel.given.stream())
        .filter(o -> o.text().equals(words))
        .map(Outbound::id)
        .distinct()
        .count();
  }
}
