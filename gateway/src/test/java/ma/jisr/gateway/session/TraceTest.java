package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import ma.jisr.base.Address;
import ma.jisr.gateway.log.MessageLog;
import ma.jisr.store.DayPart;
import ma.jisr.store.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The message log from the turns to the trace, through crashes. */
class TraceTest {
  private static final Address AMINA = new Address("tel", TestGateway.PHONE);
  private static final String DAY =
      new DayPart(MessageLog.COLLECTION, java.time.LocalDate.of(2026, 3, 2)).name();

  private final MemoryStore store = new MemoryStore();
  private final Keys keys = TestGateway.keys();

  private static List<String> told(List<Trace.Line> lines) {
    return lines.stream()
        .map(Trace.Line::said)
        .map(s -> (s.way() + ' ' + s.kind() + ' ' + s.cost() + ' ' + s.state()).strip())
        .toList();
  }

  private List<Trace.Line> trace() {
    return new Trace(store, keys).of(AMINA).join().orElseThrow();
  }

  private static void copied(TestGateway gateway) {
    gateway.pass(Duration.ofSeconds(1));
  }

  @Test
  void aMessageIsFollowedFromItsInputToItsEnd() {
    TestGateway gateway = new TestGateway(store, keys, "p1", TestGateway.START);
    gateway.sms("a", "salam");
    copied(gateway);
    List<Trace.Line> lines = trace();
    assertEquals(List.of("MO MESSAGE 100 taken in", "MT MESSAGE 20 made", "taken"), told(lines));
    String sent = lines.get(1).id();
    assertEquals(
        List.of("MT MESSAGE 20 made", "taken"), told(new Trace(store, keys).of(sent).join()));
    assertEquals(lines, new Trace(store, keys).of(lines.getFirst().id()).join());
    assertEquals(List.of(), new Trace(store, keys).of("nobody.m").join());
    assertEquals(List.of(), new Trace(store, keys).of("no id").join());
    assertEquals(
        Optional.empty(), new Trace(store, keys).of(new Address("tel", "212600000000")).join());
  }

  @Test
  void whatWasCopiedLeavesTheDocumentWithTheNextWriteAndCausesNone() {
    TestGateway gateway = new TestGateway(store, keys, "p1", TestGateway.START);
    for (String id : List.of("a", "b", "c")) {
      gateway.sms(id, "salam");
      copied(gateway);
      assertEquals(1, tail(store));
    }
    long people = store.writes.stream().filter(w -> w.startsWith("people")).count();
    copied(gateway);
    assertEquals(people, store.writes.stream().filter(w -> w.startsWith("people")).count());
    assertEquals(9, trace().size());
  }

  private int tail(MemoryStore on) {
    Document stored = on.all(SessionCollections.PEOPLE).values().iterator().next();
    return new PersonCodec(keys.sealer(), Upcasters.PERSON).decode(stored).log().size();
  }

  @Test
  void rowsThatACrashKeptFromTheLogAreCopiedByTheNextProcessAndToldOnce() {
    TestGateway before = new TestGateway(store, keys, "p1", TestGateway.START);
    before.sms("a", "salam");
    copied(before);
    before.sms("b", "salam");
    assertEquals(5, trace().size(), "the tail is told although it is not copied");
    MemoryStore left = store.afterCrash();
    TestGateway after = new TestGateway(left, keys, "p2", TestGateway.START.plusSeconds(5));
    after.sms("c", "salam");
    copied(after);
    List<Trace.Line> lines = new Trace(left, keys).of(AMINA).join().orElseThrow();
    assertEquals(3, lines.stream().filter(l -> l.said().way().equals("MO")).count());
    assertEquals(3, lines.stream().filter(l -> l.said().way().equals("MT")).count());
    assertEquals(
        lines.size(), lines.stream().map(l -> l.id() + l.at() + l.said()).distinct().count());
  }

  @Test
  void howAMessageEndedIsToldThoughTheProcessDiesBeforeTheLogIsWritten() {
    TestGateway before = new TestGateway(store, keys, "p1", TestGateway.START);
    before.sms("a", "salam");
    before.sms("b", "salam"); // takes what was sent out of the outbox
    MemoryStore left = store.afterCrash();
    assertEquals(List.of(1, 0), ends(left), "it rides with the turn");
    TestGateway after = new TestGateway(left, keys, "p2", TestGateway.START.plusSeconds(5));
    copied(after);
    assertEquals(List.of(1, 1), ends(left), "the second is sent again: it had no mark yet");
    for (String id : List.of("c", "d")) {
      after.sms(id, "salam");
      copied(after);
    }
    assertEquals(List.of(1, 1, 1, 1), ends(left), "copied by both, it is told once");
    assertEquals(1, tail(left), "and rides no longer");
  }

  /** How often the log says of each message that it was taken, in the order of sending. */
  private List<Integer> ends(MemoryStore on) {
    List<Trace.Line> lines = new Trace(on, keys).of(AMINA).join().orElseThrow();
    return lines.stream()
        .filter(line -> line.said().way().equals("MT"))
        .map(made -> lines.stream().filter(line -> line.id().equals(made.id())).toList())
        .map(own -> (int) own.stream().filter(line -> line.said().state().equals("taken")).count())
        .toList();
  }

  @Test
  void aStoreThatIsDownDelaysTheLogAndLosesNothing() {
    TestGateway gateway = new TestGateway(store, keys, "p1", TestGateway.START);
    gateway.sms("a", "salam");
    store.down = true;
    copied(gateway);
    store.down = false;
    assertEquals(2, trace().size());
    copied(gateway);
    assertEquals(3, trace().size());
    assertTrue(gateway.counters.of("log.retried") > 0);
  }

  @Test
  void aNumberIsFoundUnderTheKeysOfBefore(@TempDir Path folder) {
    Path file = folder.resolve("jisr.keys");
    Keys before = KeyFile.create(file, new SecureRandom());
    TestGateway first = new TestGateway(store, before, "p1", TestGateway.START);
    first.sms("a", "salam");
    copied(first);
    KeyFile.renew(file, new SecureRandom());
    KeyFile.renew(file, new SecureRandom());
    Keys after = KeyFile.read(file, null);
    TestGateway second = new TestGateway(store, after, "p2", TestGateway.START.plusSeconds(60));
    second.sms("b", "salam");
    copied(second);
    List<Trace.Line> lines = new Trace(store, after).of(AMINA).join().orElseThrow();
    assertEquals(2, lines.stream().map(l -> l.id().substring(0, 12)).distinct().count());
    assertNotEquals(before.pseudonym("p"), after.pseudonym("p"));
    assertEquals(before.pseudonym("p"), after.pseudonyms("p").get(2));
    assertEquals(
        TestGateway.START,
        new Trace(store, after).of(lines.getFirst().id()).join().getFirst().at());
  }

  @Test
  void onesRowsAreNotAnothers() {
    TestGateway gateway = new TestGateway(store, keys, "p1", TestGateway.START);
    gateway.sms("a", "salam");
    for (int i = 0; i < 200; i++) gateway.from("2126610001" + (10 + i)).sms("x" + i, "labas");
    copied(gateway);
    assertEquals(3, trace().size());
  }

  @Test
  void neitherNumbersNorTextsAreInTheLog() {
    TestGateway gateway = new TestGateway(store, keys, "p1", TestGateway.START);
    gateway.sms("a", "salam 4711");
    copied(gateway);
    assertFalse(store.all(DAY).isEmpty());
    for (Document block : store.all(DAY).values())
      for (String personal : List.of("661000001", "salam", "4711", "said"))
        assertFalse(block.toString().contains(personal), block.toString());
  }
}
