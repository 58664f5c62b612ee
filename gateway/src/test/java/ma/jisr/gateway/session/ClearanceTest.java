package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.base.VirtualLoop;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.delivery.SentMarks;
import ma.jisr.gateway.limit.Limits;
import org.junit.jupiter.api.Test;

/** What a start does about messages that the last process has sent, and about those it has not. */
class ClearanceTest {
  private static final int RESIDENT = 4;
  private static final int PEOPLE = 200;

  /** Whatever the store is asked for is asked at once. */
  private static final Duration MOMENT = Duration.ofMillis(50);

  private final Keys keys = TestGateway.keys();
  private final MemoryStore store = new MemoryStore();
  private final TestGateway before = process(store, "p1", new VirtualLoop(TestGateway.START));

  private TestGateway process(MemoryStore on, String id, VirtualLoop loop) {
    return new TestGateway(
        on, keys, loop, new SessionSettings(id, true, 1_000, 16, RESIDENT, Limits.usual()));
  }

  private TestGateway next(MemoryStore on, String id, Duration later) {
    return process(on, id, new VirtualLoop(before.loop.now().plus(later)));
  }

  private void everybodyWrites() {
    for (int i = 0; i < PEOPLE; i++) {
      before.from("21266100" + (1000 + i)).sms("in" + i, "text " + i);
      before.pass(Duration.ofMillis(20)); // as many strangers as are let in
    }
    before.pass(MOMENT);
  }

  private static long unsent(MemoryStore on) {
    return on.all(SessionCollections.PEOPLE).values().stream()
        .filter(person -> person.json().contains("\"unsent\""))
        .count();
  }

  private static long writes(MemoryStore on) {
    return on.writes.stream().filter(write -> write.startsWith("people")).count();
  }

  @Test
  void whatHasBeenSentIsTakenOutOfEverybodysDocumentAtOnceAndOnce() {
    everybodyWrites();
    MemoryStore left = store.afterCrash();
    TestGateway after = next(left, "p2", Duration.ofSeconds(2));
    after.pass(MOMENT);
    assertTrue(PEOPLE > 10 * RESIDENT && unsent(left) == 0);
    assertEquals(PEOPLE, writes(left));
    assertEquals(0, after.engine.residents(), "nobody is brought in for that");
    after.pass(Duration.ofHours(1));
    assertEquals(PEOPLE, writes(left));
    assertEquals(List.of(), after.channel.texts());
  }

  @Test
  void itIsNotSentWhenItsMarksHaveGone() {
    everybodyWrites();
    MemoryStore left = store.afterCrash();
    next(left, "p2", Duration.ofSeconds(2)).pass(MOMENT);
    MemoryStore again = left.afterCrash();
    again.all(SentMarks.COLLECTION).clear();
    TestGateway after = next(again, "p3", Duration.ofDays(3));
    after.from("212661001007").sms("more", "more");
    after.pass(Duration.ofHours(1));
    assertEquals(List.of("MESSAGE you said more"), after.channel.texts());
    assertEquals(List.of(), after.lost);
  }

  @Test
  void whatHasNoMarkIsSentThoughAllOthersHave() {
    everybodyWrites();
    before.channel.answers.add(new CompletableFuture<>());
    before.from("212661001003").sms("held", "held");
    before.pass(MOMENT);
    TestGateway after = next(store.afterCrash(), "p2", Duration.ofSeconds(2));
    after.pass(MOMENT);
    assertEquals(List.of("MESSAGE you said held"), after.channel.texts());
    after.pass(Duration.ofHours(1));
    assertEquals(1, after.channel.given.size());
  }

  @Test
  void ofWhatWasTakenInPartOnlyTheRestGoes() {
    before.channel.part(2, 3, "x1");
    before.channel.answers.add(new CompletableFuture<>());
    before.sms("a", "long");
    before.pass(MOMENT);
    TestGateway after = next(store.afterCrash(), "p2", Duration.ofSeconds(2));
    assertEquals(List.of(0b010), after.channel.given.stream().map(text -> text.taken()).toList());
  }

  @Test
  void sameWordsBehindAReplyThatWasTakenAreNew() {
    before.sms("a", "salam");
    before.pass(MOMENT);
    TestGateway after = next(store.afterCrash(), "p2", Duration.ofSeconds(20));
    after.pass(MOMENT);
    after.sms("b", "salam");
    assertEquals(List.of("MESSAGE you said salam"), after.channel.texts());
  }

  @Test
  void whoWritesWhileTheirDocumentIsBeingClearedIsHeardOnce() {
    before.sms("a", "salam");
    before.pass(MOMENT);
    MemoryStore left = store.afterCrash();
    left.faults.add(MemoryStore.Fault.HOLD);
    TestGateway after = next(left, "p2", Duration.ofSeconds(2));
    after.sms("b", "more");
    left.release();
    after.pass(Duration.ofHours(1));
    assertEquals(List.of("MESSAGE you said more"), after.channel.texts());
    assertEquals(0, unsent(left));
  }

  @Test
  void whoseDocumentWasNotClearedIsFoundAgain() {
    everybodyWrites();
    MemoryStore left = store.afterCrash();
    for (int i = 0; i < 5; i++) left.faults.add(MemoryStore.Fault.FAIL);
    TestGateway after = next(left, "p2", Duration.ofSeconds(2));
    after.pass(MOMENT);
    assertEquals(5, unsent(left));
    after.pass(Duration.ofMinutes(6));
    assertEquals(0, unsent(left));
    assertEquals(List.of(), after.channel.texts());
  }

  @Test
  void nothingIsClearedBeforeTheStoreTellsTheMarks() {
    before.channel.answer(new Sent.Later("down"));
    everybodyWrites();
    MemoryStore left = store.afterCrash();
    left.unsearched = SentMarks.COLLECTION;
    TestGateway after = next(left, "p2", Duration.ofSeconds(2));
    after.pass(Duration.ofSeconds(3));
    assertEquals(PEOPLE, unsent(left));
    left.unsearched = "";
    after.pass(Duration.ofSeconds(3));
    assertTrue(unsent(left) <= 1);
    assertEquals(List.of("MESSAGE you said text 0"), after.channel.texts());
  }

  @Test
  void whatTheLastProcessCouldNotLogAnyMoreIsLogged() {
    before.sms("a", "salam");
    before.pass(Duration.ofMillis(30)); // marked, and its rows are still gathering
    MemoryStore left = store.afterCrash();
    next(left, "p2", Duration.ofSeconds(2)).pass(Duration.ofSeconds(1));
    Trace trace = new Trace(left, keys);
    List<Trace.Line> lines = trace.of(new Address("tel", TestGateway.PHONE)).join().orElseThrow();
    assertEquals(3, lines.size(), lines::toString);
    assertEquals(2, trace.of(lines.getLast().id()).join().size(), "it was made and taken");
  }

  @Test
  void nothingIsClearedBeforeWhatTheMarksTellIsLogged() {
    before.sms("a", "salam");
    before.pass(Duration.ofMillis(30));
    MemoryStore left = store.afterCrash();
    left.down = true; // the log's blocks are not taken
    TestGateway after = next(left, "p2", Duration.ofSeconds(2));
    after.pass(Duration.ofSeconds(3));
    assertEquals(1, unsent(left));
    MemoryStore again = left.afterCrash();
    again.faults.add(MemoryStore.Fault.FAIL); // logged, and not taken out
    next(again, "p3", Duration.ofSeconds(6)).pass(Duration.ofSeconds(1));
    assertEquals(1, unsent(again));
    assertEquals(3, lines(again).size());
    MemoryStore last = again.afterCrash();
    next(last, "p4", Duration.ofSeconds(9)).pass(Duration.ofSeconds(1));
    assertEquals(0, unsent(last));
    assertEquals(3, lines(last).size(), "logged twice, it is told once");
    assertEquals(
        TestGateway.START, lines(last).getLast().at(), "at the instant at which it was taken");
  }

  private List<Trace.Line> lines(MemoryStore on) {
    return new Trace(on, keys).of(new Address("tel", TestGateway.PHONE)).join().orElseThrow();
  }
}
