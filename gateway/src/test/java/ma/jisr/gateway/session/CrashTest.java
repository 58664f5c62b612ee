package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.delivery.SentMarks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process dies; another opens what it had written, and goes on. */
class CrashTest {
  private final MemoryStore store = new MemoryStore();
  private final Keys keys = TestGateway.keys();
  private final TestGateway before = new TestGateway(store, keys, "p1", TestGateway.START);

  private TestGateway restart() {
    return new TestGateway(store.afterCrash(), keys, "p2", before.loop.now().plusSeconds(2));
  }

  @Test
  void aCommandInFlightIsMadeAgainWithItsKeyAndItsAnswerGoesBySms() {
    before.dial("a", "d1");
    before.key("b", "d1", "command pay");
    before.abort("c", "d1");
    TestGateway after = restart();
    assertEquals(1, after.asked.size());
    assertEquals(
        before.asked.getFirst().key(),
        after.asked.stream().map(OperationRequest::key).findFirst().orElseThrow());
    after.answer("shop.do", "paid");
    assertEquals(List.of("MESSAGE done paid"), after.channel.texts());
  }

  @Test
  void aMessageThatWasNotTakenIsSentAfterTheRestartAndAScreenIsNot() {
    before.channel.answer(new Sent.Later("down"));
    before.sms("a", "salam");
    before.channel.answer(new Sent.Later("down"));
    before.dial("b", "d1");
    TestGateway after = restart();
    after.pass(Duration.ofSeconds(10));
    assertEquals(List.of("MESSAGE you said salam"), after.channel.texts());
  }

  @Test
  void aMessageThatWasTakenIsNotSentAgain() {
    before.sms("a", "salam");
    before.pass(SentMarks.GATHER);
    TestGateway after = restart();
    after.pass(Duration.ofMinutes(1));
    assertEquals(List.of(), after.channel.texts());
  }

  /** Its first answer is marked as sent: the second must not be taken for it. */
  @Test
  void theAnswerOfAnInputThatComesAgainBehindSixteenOthersIsSentToo() {
    before.sms("a", "salam");
    for (int i = 0; i < HeardMarks.MOST; i++) before.sms("b" + i, "more " + i);
    before.pass(SentMarks.GATHER);
    before.channel.answer(new Sent.Later("down"));
    before.sms("a", "salam");
    TestGateway after = restart();
    after.pass(Duration.ofSeconds(10));
    assertEquals(List.of("MESSAGE you said salam"), after.channel.texts());
  }

  @Test
  void anInputRepeatedAfterTheRestartIsAnsweredWithTheStoredScreen() {
    before.dial("a", "d1");
    TestGateway after = restart();
    after.dial("a", "d1");
    assertEquals(List.of("a accepted"), after.acks);
    assertEquals(List.of("SCREEN you said menu"), after.channel.texts());
  }

  @Test
  void aTimerFiresAfterTheRestart() {
    before.sms("a", "timer");
    TestGateway after = restart();
    after.pass(Duration.ofMinutes(11));
    assertTrue(after.channel.texts().contains("MESSAGE time is up"));
  }

  /** The n-th write of people is the last that the first process makes. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5})
  void whereverItDiesTheSameIsSaidAndTheCommandIsOneByKey(int writes) {
    for (int i = 0; i < writes; i++) store.faults.add(MemoryStore.Fault.NONE);
    for (int i = 0; i < 10; i++) store.faults.add(MemoryStore.Fault.FAIL);
    play(before);
    TestGateway after = restart();
    play(after);
    after.pass(Duration.ofMinutes(2));
    long keysAsked =
        Stream.concat(before.asked.stream(), after.asked.stream())
            .map(OperationRequest::key)
            .distinct()
            .count();
    assertEquals(1, keysAsked);
    List<String> said =
        Stream.concat(before.channel.texts().stream(), after.channel.texts().stream())
            .distinct()
            .sorted()
            .toList();
    assertEquals(List.of("MESSAGE done paid", "MESSAGE you said salam"), said);
  }

  /** The peer sends again what was not acknowledged, with the same ids; so does the provider. */
  private static void play(TestGateway gateway) {
    gateway.sms("a", "salam");
    gateway.pass(SentMarks.GATHER);
    gateway.sms("b", "command pay");
    if (gateway.open.containsKey("shop.do")) gateway.answer("shop.do", "paid");
    gateway.pass(SentMarks.GATHER);
  }
}
