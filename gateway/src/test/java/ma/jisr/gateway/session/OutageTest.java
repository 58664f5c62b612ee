package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import ma.jisr.base.VirtualLoop;
import ma.jisr.gateway.limit.Limits;
import org.junit.jupiter.api.Test;

/** A link is down for long and more people wait for their messages than memory holds. */
class OutageTest {
  /** Persons in memory; half of them may wait for a link. */
  private static final int RESIDENT = 10;

  private static final int PEOPLE = 100;
  private static final Duration SLICE = Duration.ofMillis(20);

  private final Keys keys = TestGateway.keys();
  private final MemoryStore store = new MemoryStore();

  private TestGateway process(MemoryStore on, String id, VirtualLoop loop) {
    return new TestGateway(
        on, keys, loop, new SessionSettings(id, true, 1_000, 16, RESIDENT, Limits.usual()));
  }

  private TestGateway outage() {
    TestGateway gateway = process(store, "p1", new VirtualLoop(TestGateway.START));
    gateway.channel.down();
    for (int i = 0; i < PEOPLE; i++) {
      gateway.from("21266100" + (1000 + i)).sms("in" + i, "text " + i);
      gateway.pass(SLICE); // as many strangers as are let in
    }
    return gateway;
  }

  private static List<String> sent(TestGateway gateway) {
    return gateway.channel.texts().stream().sorted().toList();
  }

  private static List<String> everything() {
    return java.util.stream.IntStream.range(0, PEOPLE)
        .mapToObj(i -> "MESSAGE you said text " + i)
        .sorted()
        .toList();
  }

  @Test
  void memoryIsBoundedWhileItLasts() {
    TestGateway gateway = outage();
    gateway.pass(Duration.ofMinutes(20));
    assertTrue(gateway.engine.residents() <= RESIDENT + 1, () -> "" + gateway.engine.residents());
  }

  @Test
  void everythingGoesOnceWhenItEnds() {
    TestGateway gateway = outage();
    gateway.pass(Duration.ofMinutes(20));
    gateway.channel.given.clear();
    gateway.channel.bound();
    gateway.pass(Duration.ofMinutes(2));
    assertEquals(everything(), sent(gateway));
    gateway.pass(Duration.ofMinutes(20));
    assertEquals(PEOPLE, gateway.channel.given.size());
  }

  @Test
  void whoWritesMeanwhileIsAnsweredInOrder() {
    TestGateway gateway = outage();
    gateway.from("212661001000").sms("again", "more");
    gateway.pass(Duration.ofMinutes(10));
    gateway.channel.given.clear();
    gateway.channel.bound();
    gateway.pass(Duration.ofMinutes(2));
    List<String> all = gateway.channel.texts();
    assertEquals(PEOPLE + 1, all.size());
    assertTrue(all.indexOf("MESSAGE you said text 0") < all.indexOf("MESSAGE you said more"));
  }

  @Test
  void theNextProcessFindsThemAll() {
    TestGateway before = outage();
    TestGateway after = process(store.afterCrash(), "p2", new VirtualLoop(before.loop.now()));
    after.pass(Duration.ofMinutes(10));
    assertEquals(everything(), sent(after));
    assertTrue(after.engine.residents() <= RESIDENT + 1, () -> "" + after.engine.residents());
  }

  /** Whoever a sweep has brought in, and for whom nothing is left to do, does not stay. */
  @Test
  void whoIsSweptUpLeavesAgain() {
    TestGateway before = process(store, "p1", new VirtualLoop(TestGateway.START));
    before.channel.down();
    for (int i = 0; i < 5; i++) before.from("21266100" + (1000 + i)).sms("in" + i, "text " + i);
    before.pass(Duration.ofMinutes(40)); // nothing of it can be said again by its peer
    TestGateway after = process(store.afterCrash(), "p2", new VirtualLoop(before.loop.now()));
    after.pass(Duration.ofMinutes(10));
    assertEquals(5, after.channel.given.size());
    assertEquals(0, after.engine.residents());
  }
}
