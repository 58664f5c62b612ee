package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.delivery.SentMarks;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.FaultyStore.Fault;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two equal short messages is a repetition, over links, restarts and time. */
class RepetitionTest {
  private MemoryStore store = new MemoryStore();
  private final Keys keys = TestGateway.keys();
  private TestGateway gateway = new TestGateway(store, keys, "p1", TestGateway.START);

  /** What becomes of questions after marks, in order; then they are answered at once. */
  private final ArrayDeque<Fault> looks = new ArrayDeque<>();

  /** What becomes of writes of persons, in order; then nothing goes wrong. */
  private final ArrayDeque<Fault> writes = new ArrayDeque<>();

  @ParameterizedTest
  @CsvSource({
    // words first, after ms, words then, turns
    "1, 0, 1, 1", // on the wire before anything was said
    "1, 1, 1, 2", // an answer to what was said in between
    "1, 0, 2, 2",
    "NEXT, 3999, NEXT, 2",
    "hush, 1, hush, 1", // nothing is said to it
    "hush, 3999, hush, 1",
    "hush, 4000, hush, 2"
  })
  void theSameWordsAtOnceAreOneUntilSomethingIsSaid(
      String first, long millis, String then, int turns) {
    Instant start = gateway.loop.now();
    say(first, start);
    gateway.pass(Duration.ofMillis(millis));
    say(then, start.plusMillis(millis));
    assertEquals(turns, turns());
    assertEquals(2, gateway.acks.size());
  }

  @Test
  void whatTheLinkKnowsToComeAgainBearsTheFirstInstant() {
    Instant first = gateway.loop.now();
    say("1", first);
    gateway.pass(Duration.ofMinutes(20));
    say("1", first);
    assertEquals(1, turns());
    say("1", gateway.loop.now());
    assertEquals(2, turns());
  }

  @ParameterizedTest
  @CsvSource({
    // what became of the reply before the end, minutes until it comes again, turns after
    "unanswered, 1, 0",
    "unanswered, 29, 0",
    "unanswered, 31, 1",
    "taken, 1, 1",
    "silent, 1, 0"
  })
  void afterARestartWhatMayNotHaveBeenReadIsTheSame(String reply, int minutes, int turns) {
    if (reply.equals("unanswered")) gateway.channel.answers.add(new CompletableFuture<>());
    String words = reply.equals("silent") ? "hush" : "1";
    say(words, gateway.loop.now());
    gateway.pass(Duration.ofSeconds(1)); // the outcome is written, where there is one
    restart("p2");
    gateway.pass(Duration.ofMinutes(minutes)); // the reply is sent again, taken and written
    int before = turns();
    say(words, gateway.loop.now());
    assertEquals(turns, turns() - before);
    assertEquals(List.of("1 accepted"), gateway.acks);
    say(words, gateway.loop.now().plusSeconds(5));
    assertEquals(turns + 1, turns() - before, "said again, it is something new");
  }

  @ParameterizedTest
  @CsvSource({
    // what became of the reply before the end, turns after
    "taken, 1",
    "unanswered, 0"
  })
  void whatOnlyTheMarksCanTellWaitsForThem(String reply, int turns) {
    leave(reply);
    CompletableFuture<Void> told = new CompletableFuture<>();
    for (int i = 0; i < 2; i++) looks.add(new Fault.Late(told)); // the sweep's and the turn's
    restart("p2");
    int before = turns();
    say("1", gateway.loop.now());
    say("2", gateway.loop.now());
    CompletableFuture<Void> stopped = gateway.engine.drain();
    gateway.pass(Duration.ofSeconds(3));
    assertEquals(List.of(), gateway.acks, "neither it nor what came behind it is judged");
    assertFalse(stopped.isDone());
    told.complete(null);
    gateway.loop.run();
    assertEquals(turns + 1, turns() - before);
    assertEquals(List.of("1 accepted", "1 accepted"), gateway.acks);
    gateway.pass(Duration.ofSeconds(1));
    assertTrue(stopped.isDone());
  }

  @ParameterizedTest
  @CsvSource({
    // what became of what was said later, turns after
    "taken, 1",
    "unanswered, 0",
    "trimmed, 1"
  })
  void whatWasSaidLaterThanItsTurnTellsToo(String reply, int turns) {
    say("query 1", gateway.loop.now());
    gateway.pass(TurnRun.QUERY_WAIT);
    if (reply.equals("unanswered")) gateway.channel.answers.add(new CompletableFuture<>());
    gateway.answer("shop.ask", "one");
    gateway.pass(SentMarks.GATHER);
    if (reply.equals("trimmed")) gateway.sms("b", "hush");
    restart("p2");
    int before = turns();
    say("query 1", gateway.loop.now());
    assertEquals(turns, turns() - before);
  }

  @Test
  void whatWasRepeatedAtOnceIsKnownAfterARestartToo() {
    Instant first = gateway.loop.now();
    say("hush", first);
    say("hush", first.plusMillis(1));
    gateway.channel.answers.add(new CompletableFuture<>());
    say("1", first.plusMillis(2));
    assertEquals(2, turns());
    restart("p2");
    int before = turns();
    say("hush", gateway.loop.now());
    assertEquals(0, turns() - before);
  }

  @Test
  void itWaitsAsLongAsTheStoreFailsToTellAndKeepsNobodyElseOut() {
    leave("taken");
    for (int i = 0; i < 2 * 5; i++) looks.add(new Fault.Refuse(StoreException.Kind.BUSY));
    restart("p2");
    int before = turns();
    say("1", gateway.loop.now());
    gateway.pass(Duration.ofSeconds(4));
    assertEquals(List.of(), gateway.acks);
    gateway.from("212661000002").sms("b", "hush");
    assertEquals(List.of("b accepted"), gateway.acks);
    gateway.pass(Duration.ofSeconds(1));
    assertEquals(List.of("b accepted", "1 accepted"), gateway.acks);
    assertEquals(2, turns() - before);
  }

  @Test
  void whatTheMarksHaveToldStandsWhenThePersonIsReadAgain() {
    leave("taken");
    restart("p2");
    int before = turns();
    store.faults.add(MemoryStore.Fault.FAIL);
    say("2", gateway.loop.now());
    assertEquals(List.of("1 busy"), gateway.acks);
    say("1", gateway.loop.now());
    assertEquals(2, turns() - before);
  }

  @Test
  void whatHasCountedOnceDoesNotCountAgainWhenThePersonIsReadAgain() {
    leave("unanswered");
    restart("p2");
    int before = turns();
    say("1", gateway.loop.now());
    assertEquals(0, turns() - before);
    store.faults.add(MemoryStore.Fault.FAIL);
    say("2", gateway.loop.now());
    say("1", gateway.loop.now().plusSeconds(5));
    assertEquals(List.of("1 accepted", "1 busy", "1 accepted"), gateway.acks);
    assertEquals(2, turns() - before, "what was refused has been counted, too");
  }

  @Test
  void aReplyThatWasTakenAMomentBeforeTheEndProvesItsInputRead() {
    CompletableFuture<Sent> reply = new CompletableFuture<>();
    gateway.channel.answers.add(reply);
    say("1", gateway.loop.now());
    gateway.pass(Duration.ofSeconds(1)); // the turn is in the log
    reply.complete(new Sent.Taken(List.of("m1")));
    gateway.channel.answers.add(new CompletableFuture<>());
    say("2", gateway.loop.now()); // what became of the reply rides here
    restart("p2");
    int before = turns();
    say("1", gateway.loop.now());
    assertEquals(1, turns() - before);
  }

  @Test
  void whatIsClearedWhileItsPersonIsBroughtInIsProvenToo() {
    leave("taken");
    CompletableFuture<Void> cleared = new CompletableFuture<>();
    CompletableFuture<Void> written = new CompletableFuture<>();
    CompletableFuture<Void> told = new CompletableFuture<>();
    writes.add(new Fault.Hold(cleared));
    writes.add(new Fault.Hold(written)); // of the turn, too late
    looks.add(new Fault.Pass()); // for whom nobody has in memory
    looks.add(new Fault.Late(told)); // for who has been brought in since
    restart("p2");
    gateway.loop.run();
    int before = turns();
    say("2", gateway.loop.now());
    cleared.complete(null);
    gateway.loop.run();
    written.complete(null);
    gateway.loop.run();
    told.complete(null);
    gateway.loop.run();
    assertEquals(1, gateway.counters.of("turn.conflict"));
    say("1", gateway.loop.now());
    assertEquals(2, turns() - before);
  }

  @Test
  void aLostReplyToTheWriteMakesNoSecondTurn() {
    store.faults.add(MemoryStore.Fault.UNKNOWN_APPLIED);
    Instant first = gateway.loop.now();
    say("1", first);
    say("1", first);
    assertEquals(1, turns());
  }

  /** A process hears "1", and dies when its reply has been taken and marked, or neither. */
  private void leave(String reply) {
    if (reply.equals("unanswered")) gateway.channel.answers.add(new CompletableFuture<>());
    say("1", gateway.loop.now());
    gateway.pass(Duration.ofSeconds(1));
  }

  private void restart(String process) {
    store = store.afterCrash();
    Store reached = new FaultyStore(store, this::fault);
    gateway = new TestGateway(reached, keys, process, gateway.loop.now());
  }

  private Fault fault(String method, String collection) {
    boolean look = method.equals("find") && collection.equals(SentMarks.COLLECTION);
    boolean write = method.equals("replaceIf") && collection.equals(SessionCollections.PEOPLE);
    ArrayDeque<Fault> faults = look ? looks : write ? writes : new ArrayDeque<>();
    return faults.isEmpty() ? new Fault.Pass() : faults.remove();
  }

  /** Input marks in the person's document tell how many turns there were. */
  private int turns() {
    return gateway.counters.of("inbound{act=MESSAGE, link=iam}") == 0
        ? 0
        : (int)
            (gateway.counters.of("inbound{act=MESSAGE, link=iam}")
                - gateway.counters.of("turn.repeated{act=MESSAGE}"));
  }

  private void say(String text, Instant at) {
    gateway.engine.accept(
        new Inbound(
            "i" + gateway.acks.size(),
            "iam",
            Inbound.Act.MESSAGE,
            new Address("tel", TestGateway.PHONE),
            "2121",
            text,
            null,
            null,
            Assurance.CLAIMED,
            at,
            text.getBytes(StandardCharsets.UTF_8),
            ""),
        new Acknowledgement() {
          @Override
          public void accepted() {
            gateway.acks.add("1 accepted");
          }

          @Override
          public void busy() {
            gateway.acks.add("1 busy");
          }
        });
    gateway.loop.run();
  }
}
