package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.delivery.SentMarks;
import org.junit.jupiter.api.Test;

/** What is marked as sent, when, and what a crash or a long silence makes of it. */
class SentMarksTest {
  private final MemoryStore store = new MemoryStore();
  private final Keys keys = TestGateway.keys();
  private final TestGateway gateway = new TestGateway(store, keys, "p1", TestGateway.START);

  private TestGateway restart() {
    return new TestGateway(store.afterCrash(), keys, "p2", gateway.loop.now().plusSeconds(2));
  }

  @Test
  void theMarkIsWrittenWithin20MillisecondsAndNothingElse() {
    gateway.sms("a", "salam");
    int writes = store.writes.size();
    gateway.pass(SentMarks.GATHER);
    assertEquals(List.of("marks 0"), store.writes.subList(writes, store.writes.size()));
    assertEquals("[maroc:m1:1]", store.all(SentMarks.COLLECTION).keySet().toString());
  }

  @Test
  void aCrashBeforeTheMarkRepeatsTheMessageAndOneAfterItDoesNot() {
    gateway.sms("a", "salam");
    TestGateway early = restart();
    assertEquals(List.of("MESSAGE you said salam"), early.channel.texts());
    gateway.pass(SentMarks.GATHER);
    TestGateway late = restart();
    late.pass(Duration.ofHours(1));
    assertEquals(List.of(), late.channel.texts());
  }

  @Test
  void theNextTurnTakesTheSentMessageOutOfTheDocument() {
    gateway.sms("a", "one");
    gateway.pass(Duration.ofSeconds(1));
    int writes = people();
    gateway.sms("b", "two");
    assertEquals(writes + 1, people());
    TestGateway after = restart();
    after.sms("c", "three");
    assertEquals(List.of("MESSAGE you said two", "MESSAGE you said three"), after.channel.texts());
  }

  @Test
  void withoutANextTurnTheSweeperDoes() {
    gateway.sms("a", "one");
    gateway.pass(Duration.ofMinutes(4));
    int writes = people();
    gateway.pass(Duration.ofMinutes(3));
    assertEquals(writes + 1, people());
    gateway.pass(Duration.ofDays(1));
    assertEquals(writes + 1, people());
  }

  private int people() {
    return (int) store.writes.stream().filter(w -> w.startsWith("people")).count();
  }

  @Test
  void ofAMessageTakenInPartOnlyTheRestGoesAfterTheCrash() {
    gateway.channel.part(1, 3, "x1");
    gateway.channel.answers.add(new CompletableFuture<>());
    gateway.sms("a", "long");
    gateway.pass(SentMarks.GATHER);
    TestGateway after = restart();
    assertEquals(1, after.channel.given.size());
    assertEquals(0b001, after.channel.given.getFirst().taken());
  }

  @Test
  void twoMessagesOfOneNameAreBothMarked() {
    gateway.channel.answer(new Sent.Taken(List.of("same")));
    gateway.channel.answer(new Sent.Taken(List.of("same")));
    gateway.sms("a", "one");
    gateway.from("212661000002").sms("b", "two");
    gateway.pass(SentMarks.GATHER);
    assertEquals(2, store.all(SentMarks.COLLECTION).size());
    TestGateway after = restart();
    after.pass(Duration.ofHours(1));
    assertEquals(List.of(), after.channel.texts());
  }

  @Test
  void marksWaitForAStoreThatDoesNotAnswer() {
    gateway.sms("a", "one");
    store.down = true;
    gateway.pass(SentMarks.GATHER);
    assertTrue(store.all(SentMarks.COLLECTION).isEmpty());
    store.down = false;
    gateway.pass(Duration.ofSeconds(2));
    assertEquals(1, store.all(SentMarks.COLLECTION).size());
  }
}
