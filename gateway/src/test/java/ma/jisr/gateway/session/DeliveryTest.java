package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.channel.Sent;
import org.junit.jupiter.api.Test;

/** What is sent when, and what the link's answers do. */
class DeliveryTest {
  private final MemoryStore store = new MemoryStore();
  private final TestGateway gateway =
      new TestGateway(store, TestGateway.keys(), "p1", TestGateway.START);

  @Test
  void refusedForNowIsTriedAgainAndNothingOvertakes() {
    gateway.channel.answer(new Sent.Later("ESME_RTHROTTLED"));
    gateway.sms("a", "one");
    gateway.sms("b", "two");
    assertEquals(List.of("MESSAGE you said one"), gateway.channel.texts());
    gateway.pass(Duration.ofSeconds(5));
    assertEquals(
        List.of("MESSAGE you said one", "MESSAGE you said one", "MESSAGE you said two"),
        gateway.channel.texts());
  }

  @Test
  void theNextMessageWaitsForTheLinksAnswerToTheOneBefore() {
    CompletableFuture<Sent> slow = new CompletableFuture<>();
    gateway.channel.answers.add(slow);
    gateway.sms("a", "one");
    gateway.sms("b", "two");
    assertEquals(1, gateway.channel.given.size());
    slow.complete(new Sent.Taken(List.of("1")));
    gateway.loop.run();
    assertEquals(2, gateway.channel.given.size());
  }

  /** Found by the simulated world: the answer came while the person was not in memory. */
  @Test
  void theNextMessageGoesAlthoughTheStoreHasFailedATurnMeanwhile() {
    CompletableFuture<Sent> slow = new CompletableFuture<>();
    gateway.channel.answers.add(slow);
    gateway.sms("a", "one");
    gateway.sms("b", "two");
    store.faults.add(MemoryStore.Fault.FAIL);
    gateway.sms("c", "three");
    slow.complete(new Sent.Taken(List.of("1")));
    gateway.loop.run();
    assertEquals(List.of("MESSAGE you said one", "MESSAGE you said two"), gateway.channel.texts());
  }

  /** Found by the simulated world: two texts of one id, of which the second was never sent. */
  @Test
  void anInputWhoseAnswerWaitsIsNotForgottenHoweverMuchIsSaidMeanwhile() {
    gateway.channel.answers.add(new CompletableFuture<>());
    gateway.sms("a", "one");
    for (int i = 0; i <= HeardMarks.MOST; i++) gateway.sms("b" + i, "more " + i);
    gateway.sms("a", "one");
    assertEquals(1, gateway.counters.of("turn.repeated{act=MESSAGE}"));
  }

  @Test
  void refusedForGoodIsDroppedAndCounted() {
    gateway.channel.answer(new Sent.Refused("ESME_RINVDSTADR"));
    gateway.sms("a", "one");
    gateway.pass(Duration.ofDays(2));
    assertEquals(1, gateway.channel.given.size());
    assertEquals(1, gateway.counters.of("delivery{link=iam, outcome=refused: ESME_RINVDSTADR}"));
  }

  @Test
  void withoutAnAnswerItIsSentOnceMore() {
    gateway.channel.answer(new Sent.Uncertain("timeout"));
    gateway.channel.answer(new Sent.Uncertain("timeout"));
    gateway.sms("a", "one");
    gateway.pass(Duration.ofDays(2));
    assertEquals(2, gateway.channel.given.size());
  }

  @Test
  void whatCannotBeSentForADayIsDropped() {
    for (int i = 0; i < 1000; i++) gateway.channel.answer(new Sent.Later("down"));
    gateway.sms("a", "one");
    gateway.pass(Draft.MESSAGE_LIFE.plusHours(1));
    int tries = gateway.channel.given.size();
    gateway.pass(Duration.ofDays(1));
    assertEquals(tries, gateway.channel.given.size());
  }

  @Test
  void aScreenThatComesTooLateIsNotSent() {
    gateway.dial("a", "d1");
    store.faults.add(MemoryStore.Fault.HOLD);
    gateway.key("b", "d1", "x");
    gateway.pass(Duration.ofSeconds(31));
    store.release();
    gateway.loop.run();
    assertEquals(List.of("SCREEN you said menu"), gateway.channel.texts());
    assertEquals(1, gateway.counters.of("delivery{link=iam, outcome=unseen: too late}"));
  }

  @Test
  void aScreenIsNeverTriedAgain() {
    gateway.channel.answer(new Sent.Later("down"));
    gateway.dial("a", "d1");
    gateway.pass(Duration.ofHours(1));
    assertEquals(1, gateway.channel.given.size());
  }

  @Test
  void aNewDialogueSupersedesTheScreensOfTheOld() {
    store.faults.add(MemoryStore.Fault.HOLD);
    gateway.dial("a", "d1");
    gateway.dial("b", "d2");
    store.release();
    gateway.loop.run();
    assertEquals(List.of("d2"), gateway.channel.given.stream().map(o -> o.dialogue()).toList());
  }
}
