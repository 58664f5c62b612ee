package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import ma.jisr.base.Address;
import ma.jisr.base.VirtualLoop;
import ma.jisr.flow.operation.OperationRequest;
import ma.jisr.flow.signal.Event;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.delivery.SentMarks;
import org.junit.jupiter.api.Test;

/** Two processes on one store, the second's clock 2 s ahead: what one leaves the other takes up. */
class TwoNodesTest {
  private static final Duration AHEAD = Duration.ofSeconds(2);

  private final MemoryStore store = new MemoryStore();
  private final Keys keys = TestGateway.keys();
  private final TestGateway one = node("p1", TestGateway.START);
  private final TestGateway two = node("p2", TestGateway.START.plus(AHEAD));

  private TestGateway node(String process, Instant clock) {
    return new TestGateway(store, keys, new VirtualLoop(clock), SessionSettings.of(process, false));
  }

  /** Time passes for both, finely enough that neither is far ahead. */
  private void pass(Duration time) {
    for (long s = 0; s < time.toSeconds(); s++) {
      one.pass(Duration.ofSeconds(1));
      two.pass(Duration.ofSeconds(1));
    }
  }

  private List<String> texts() {
    return Stream.of(one, two).flatMap(node -> node.channel.texts().stream()).toList();
  }

  private long said(String text) {
    return Stream.of(one, two)
        .flatMap(node -> node.channel.given.stream())
        .filter(o -> o.text().equals(text))
        .map(Outbound::id)
        .distinct()
        .count();
  }

  @Test
  void aTimerThatBothHaveInMemoryFiresOnce() {
    one.sms("a", "timer");
    two.sms("b", "salam");
    pass(Duration.ofMinutes(12));
    assertEquals(1, said("time is up"));
  }

  @Test
  void aTimerOfADeadNodeIsFiredByTheOther() {
    one.sms("a", "timer");
    two.pass(Duration.ofMinutes(10).plus(Sweep.GRACE).plusSeconds(3));
    assertEquals(List.of("MESSAGE time is up"), two.channel.texts());
  }

  @Test
  void aCallOfADeadNodeIsMadeAgainWithItsKeyWhenItsLeaseIsOver() {
    one.dial("a", "d1");
    one.key("b", "d1", "command pay");
    one.abort("c", "d1");
    two.pass(Draft.PATIENCE.minus(AHEAD).minusSeconds(1));
    assertEquals(List.of(), two.asked, "the lease is the first one's");
    two.pass(AHEAD.plus(Sweep.GRACE).plusSeconds(3));
    assertEquals(keysOf(one), keysOf(two));
    two.answer("shop.do", "paid");
    assertEquals(List.of("MESSAGE done paid"), two.channel.texts());
  }

  @Test
  void anAnswerThatComesToBothNodesCountsOnce() {
    one.sms("a", "command pay");
    two.sms("b", "salam");
    pass(Draft.PATIENCE.plus(Sweep.GRACE).plusSeconds(5));
    assertTrue(one.asked.size() + two.asked.size() >= 2, "made again meanwhile");
    Stream.of(one, two)
        .filter(node -> node.open.containsKey("shop.do"))
        .forEach(node -> node.answer("shop.do", "paid"));
    pass(Duration.ofMinutes(2));
    assertEquals(1, said("done paid"), texts().toString());
  }

  @Test
  void anEventThatIsHandedInOnBothIsOneTurn() {
    one.sms("a", "salam");
    two.sms("b", "salam");
    String alias = keys.alias(new Address("tel", TestGateway.PHONE));
    String person =
        Objects.requireNonNull(store.all(SessionCollections.ALIASES).get(alias)).writeId();
    Event called = new Event("called", "", Map.of(), TestGateway.START.plusSeconds(600));
    var first = one.engine.signals().raise(person, called, "queue:1");
    var again = two.engine.signals().raise(person, called, "queue:1");
    two.loop.run();
    one.loop.run();
    pass(Duration.ofMinutes(1));
    assertTrue(first.isDone() && again.isDone());
    assertEquals(1, said("called"));
    assertEquals(Map.of(), store.all(SessionCollections.INBOX));
  }

  @Test
  void anEventOfADeadNodeIsTakenByTheOther() {
    one.sms("a", "salam");
    one.pass(SentMarks.GATHER);
    String alias = keys.alias(new Address("tel", TestGateway.PHONE));
    String person =
        Objects.requireNonNull(store.all(SessionCollections.ALIASES).get(alias)).writeId();
    Event called = new Event("called", "", Map.of(), TestGateway.START.plusSeconds(600));
    var unused = one.engine.signals().raise(person, called, "queue:1"); // its loop runs no more
    two.pass(Sweep.GRACE.plusSeconds(3));
    assertEquals(List.of("MESSAGE called"), two.channel.texts());
    assertEquals(Map.of(), store.all(SessionCollections.INBOX));
  }

  private static List<String> keysOf(TestGateway node) {
    return node.asked.stream().map(OperationRequest::key).distinct().toList();
  }
}
