package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import ma.jisr.gateway.channel.Sent;
import org.junit.jupiter.api.Test;

/** What no link could take goes when one can, not when its time comes round. */
class HeldTest {
  private static final Duration SLICE = Duration.ofMillis(20);

  private final MemoryStore store = new MemoryStore();
  private final TestGateway gateway =
      new TestGateway(store, TestGateway.keys(), "p1", TestGateway.START);

  /** So many persons write while the link is down, and the pauses have become long. */
  private void outage(int persons) {
    gateway.channel.down();
    for (int i = 0; i < persons; i++) {
      gateway.from(phone(i)).sms("in" + i, "text " + i);
      gateway.pass(SLICE); // as many strangers as are let in
    }
    gateway.pass(Duration.ofMinutes(10));
    gateway.channel.given.clear();
  }

  private static String phone(int i) {
    return "21266100" + (1000 + i);
  }

  @Test
  void whenTheLinkIsBoundAgainItGoesAtOnce() {
    outage(1);
    gateway.channel.bound();
    gateway.loop.run();
    assertEquals(List.of("MESSAGE you said text 0"), gateway.channel.texts());
    gateway.pass(Duration.ofMinutes(10));
    assertEquals(1, gateway.channel.given.size());
  }

  @Test
  void eachPersonsFollowTheirFirstInOrder() {
    gateway.channel.down();
    gateway.sms("a", "one");
    gateway.sms("b", "two");
    gateway.from(phone(1)).sms("c", "three");
    gateway.pass(Duration.ofMinutes(10));
    gateway.channel.given.clear();
    gateway.channel.bound();
    gateway.loop.run();
    List<String> all = gateway.channel.texts();
    assertEquals(3, all.size());
    assertTrue(all.indexOf("MESSAGE you said one") < all.indexOf("MESSAGE you said two"));
  }

  @Test
  void manyGoAFewAtATime() {
    outage(250);
    gateway.channel.bound();
    gateway.loop.run();
    assertEquals(100, gateway.channel.given.size());
    gateway.pass(SLICE);
    assertEquals(200, gateway.channel.given.size());
    gateway.pass(SLICE);
    assertEquals(250, gateway.channel.given.stream().map(o -> o.to().value()).distinct().count());
    gateway.pass(Duration.ofMinutes(10));
    assertEquals(250, gateway.channel.given.size());
  }

  @Test
  void aFullQueueEndsTheCallingUntilItHasRoom() {
    outage(250);
    gateway.channel.answer(new Sent.Held("queue full"));
    gateway.channel.bound();
    gateway.loop.run();
    gateway.pass(SLICE.multipliedBy(10));
    assertEquals(100, gateway.channel.given.size());
    gateway.channel.bound();
    gateway.pass(SLICE.multipliedBy(10));
    assertEquals(251, gateway.channel.given.size());
  }

  @Test
  void aLinkThatIsLostAgainTakesNothing() {
    outage(2);
    gateway.channel.bound();
    gateway.channel.down();
    gateway.loop.run();
    assertEquals(List.of(), gateway.channel.texts());
    gateway.channel.bound();
    gateway.loop.run();
    assertEquals(2, gateway.channel.given.size());
  }

  /** A refusal's pause is the SMSC's wish, not the link's. */
  @Test
  void whatWasRefusedForNowKeepsItsPause() {
    gateway.channel.answer(new Sent.Later("ESME_RSYSERR"));
    gateway.sms("a", "one");
    gateway.channel.bound();
    gateway.loop.run();
    assertEquals(1, gateway.channel.given.size());
    gateway.pass(Duration.ofSeconds(5));
    assertEquals(2, gateway.channel.given.size());
  }

  /** Nobody is in memory then: the sweep finds what is unsent before the link is bound. */
  @Test
  void whatAnEarlierProcessHeldGoesWhenTheLinkIsBound() {
    Keys keys = TestGateway.keys();
    MemoryStore disk = new MemoryStore();
    TestGateway before = new TestGateway(disk, keys, "p1", TestGateway.START);
    before.channel.down();
    for (int i = 0; i < 3; i++) before.from(phone(i)).sms("in" + i, "text " + i);
    before.pass(Duration.ofMinutes(10));
    TestGateway after = TestGateway.unbound(disk.afterCrash(), keys, before.loop.now());
    after.pass(Duration.ofSeconds(30));
    after.channel.given.clear();
    after.channel.bound();
    after.loop.run();
    assertEquals(3, after.channel.given.size());
  }
}
