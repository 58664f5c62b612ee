package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import ma.jisr.flow.operation.OperationRequest;
import org.junit.jupiter.api.Test;

/** Queries and commands: when they are made, and what their answers do whenever they come. */
class CallsTest {
  private final MemoryStore store = new MemoryStore();
  private final Keys keys = TestGateway.keys();
  private final TestGateway gateway = new TestGateway(store, keys, "p1", TestGateway.START);

  @Test
  void aQueryThatAnswersAtOnceIsPartOfTheTurn() {
    gateway.sms("a", "query wifi");
    assertEquals(List.of(), gateway.acks);
    gateway.answer("shop.ask", "three");
    assertEquals(List.of("a accepted"), gateway.acks);
    assertEquals(List.of("MESSAGE done three"), gateway.channel.texts());
    assertEquals(List.of("aliases 0", "people 0"), store.writes);
  }

  @Test
  void aSlowQueryIsWrittenAsPendingAndTheInputAcknowledged() {
    gateway.sms("a", "query wifi");
    gateway.pass(TurnRun.QUERY_WAIT.minusMillis(1));
    assertEquals(List.of(), gateway.acks);
    gateway.pass(Duration.ofMillis(1));
    assertEquals(List.of("a accepted"), gateway.acks);
    assertEquals(List.of(), gateway.channel.texts());
    gateway.answer("shop.ask", "three");
    assertEquals(List.of("MESSAGE done three"), gateway.channel.texts());
    assertEquals(1, gateway.asked.size());
  }

  @Test
  void aQueryThatFailsIsSaidToHaveFailed() {
    gateway.sms("a", "query wifi");
    gateway.fail("shop.ask");
    assertEquals(List.of("MESSAGE no answer"), gateway.channel.texts());
  }

  @Test
  void aCommandIsMadeOnlyAfterTheWriteThatHasItPending() {
    store.faults.add(MemoryStore.Fault.HOLD);
    gateway.sms("a", "command pay");
    assertEquals(List.of(), gateway.asked);
    store.release();
    gateway.loop.run();
    assertEquals(1, gateway.asked.size());
    assertEquals(List.of("a accepted"), gateway.acks);
    gateway.answer("shop.do", "paid");
    assertEquals(List.of("MESSAGE done paid"), gateway.channel.texts());
  }

  @Test
  void aCommandIsRepeatedWithItsKeyUntilItIsAnswered() {
    gateway.sms("a", "command pay");
    gateway.fail("shop.do");
    gateway.pass(Calls.FIRST_PAUSE);
    gateway.fail("shop.do");
    gateway.pass(Calls.FIRST_PAUSE.multipliedBy(2));
    gateway.answer("shop.do", "paid");
    assertEquals(3, gateway.asked.size());
    assertEquals(1, gateway.asked.stream().map(OperationRequest::key).distinct().count());
    assertEquals(List.of("MESSAGE done paid"), gateway.channel.texts());
    gateway.pass(Duration.ofHours(1));
    assertEquals(3, gateway.asked.size());
  }

  @Test
  void aSilentCommandIsRepeatedAndBothAnswersCountOnce() {
    gateway.sms("a", "command pay");
    var first = gateway.open.get("shop.do");
    gateway.pass(Draft.PATIENCE);
    assertEquals(2, gateway.asked.size());
    gateway.answer("shop.do", "paid");
    gateway.open.put("shop.do", Objects.requireNonNull(first));
    gateway.answer("shop.do", "paid");
    assertEquals(List.of("MESSAGE done paid"), gateway.channel.texts());
  }

  @Test
  void anAnswerAfterTheDialogueHasClosedGoesBySms() {
    gateway.dial("a", "d1");
    gateway.key("b", "d1", "command pay");
    gateway.abort("c", "d1");
    gateway.answer("shop.do", "paid");
    assertEquals(List.of("SCREEN you said menu", "MESSAGE done paid"), gateway.channel.texts());
  }

  @Test
  void anAbortCancelsTheUnsentScreenButNoCall() {
    gateway.dial("a", "d1");
    store.faults.add(MemoryStore.Fault.HOLD);
    gateway.key("b", "d1", "hello");
    gateway.key("c", "d1", "command pay");
    gateway.abort("d", "d1");
    store.release();
    gateway.loop.run();
    assertEquals(List.of("SCREEN you said menu"), gateway.channel.texts());
    assertEquals(1, gateway.asked.size());
    assertEquals(4, gateway.acks.stream().filter(a -> a.endsWith("accepted")).count());
  }

  @Test
  void anAnswerIsCutToWhatItsOperationDeclares() {
    gateway.sms("a", "query wifi");
    gateway.answer("shop.ask", "abcdefghijklmnopqrstuvwxyz");
    assertEquals(List.of("MESSAGE done abcdefghijklmnopqrst"), gateway.channel.texts());
  }
}
