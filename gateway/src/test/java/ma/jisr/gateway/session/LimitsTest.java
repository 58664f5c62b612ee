package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import ma.jisr.base.VirtualLoop;
import ma.jisr.gateway.limit.Limits;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final Duration DAY = Duration.ofHours(24);

  private final Keys keys = TestGateway.keys();
  private final MemoryStore store = new MemoryStore();
  private final TestGateway gateway =
      new TestGateway(
          store,
          keys,
          new VirtualLoop(TestGateway.START),
          SessionSettings.of("p1", true, new Limits(List.of("2126"), 5, 8, 3, DAY)));

  private int people() {
    return store.all(SessionCollections.PEOPLE).size();
  }

  private int aliases() {
    return store.all(SessionCollections.ALIASES).size();
  }

  @Test
  void whoMayNotBeAnsweredIsTakenAndForgotten() {
    gateway.from("33612345678").sms("a", "salam");
    gateway.from("212524000000").sms("b", "salam");
    assertEquals(List.of("a accepted", "b accepted"), gateway.acks);
    assertEquals(List.of(), gateway.channel.texts());
    assertEquals(0, people());
    assertEquals(2, gateway.counters.of("inbound.foreign{link=iam}"));
  }

  @Test
  void aFloodOfStrangersLeavesThoseWhoAreKnownAlone() {
    gateway.sms("known", "salam");
    gateway.acks.clear();
    gateway.pass(Duration.ofSeconds(1));
    for (int i = 0; i < 10; i++) gateway.from("21266200000" + i).sms("s" + i, "salam");
    gateway.from(TestGateway.PHONE).sms("known2", "labas");
    assertEquals(3, gateway.acks.stream().filter(a -> a.matches("s\\d accepted")).count());
    assertEquals(7, gateway.acks.stream().filter(a -> a.endsWith("busy")).count());
    assertTrue(gateway.acks.contains("known2 accepted"));
    assertEquals(7, gateway.counters.of("turn.refused{reason=newcomers}"));
    assertEquals(4, people());
  }

  @Test
  void oneNumberIsToldSoMuchAnHour() {
    for (int i = 0; i < 7; i++) gateway.sms("m" + i, "salam " + i);
    assertEquals(5, gateway.channel.texts().size());
    assertEquals(7, gateway.acks.stream().filter(a -> a.endsWith("accepted")).count());
    assertEquals(2, gateway.counters.of("message.withheld{ceiling=number, link=iam}"));
    gateway.pass(Duration.ofHours(1));
    gateway.sms("n", "salam");
    assertEquals(6, gateway.channel.texts().size());
  }

  @Test
  void screensAreNotCounted() {
    for (int i = 0; i < 7; i++) gateway.dial("d" + i, "iam:" + i);
    assertEquals(7, gateway.channel.texts().size());
  }

  @Test
  void whatIsOwedGoesOverTheCeiling() {
    gateway.sms("a", "command pay");
    for (int i = 0; i < 7; i++) gateway.sms("m" + i, "salam " + i);
    gateway.answer("shop.do", "paid");
    assertEquals(6, gateway.channel.texts().size());
    assertTrue(gateway.channel.texts().getLast().contains("paid"));
  }

  @Test
  void aFeatureOfALinkHasItsSegmentsOfTheDay() {
    for (int i = 0; i < 5; i++) gateway.sms("a" + i, "salam " + i);
    gateway.pass(Duration.ofSeconds(2));
    gateway.from("212661000002");
    for (int i = 0; i < 5; i++) gateway.sms("b" + i, "salam " + i);
    assertEquals(8, gateway.channel.texts().size());
    assertEquals(2, gateway.counters.of("message.withheld{ceiling=feature, link=iam}"));
    assertEquals(1, gateway.counters.of("limit.alarm{feature=echo, link=iam, percent=80}"));
    gateway.pass(DAY);
    gateway.sms("c", "salam");
    assertEquals(9, gateway.channel.texts().size());
  }

  @Test
  void whoIsHeardOnceIsForgottenAfterADay() {
    gateway.sms("a", "salam");
    gateway.pass(DAY.plusMinutes(1));
    assertEquals(0, people());
    assertEquals(0, aliases());
    gateway.sms("b", "salam");
    assertEquals(1, people());
    assertEquals(1, aliases());
    assertEquals(2, gateway.channel.texts().size());
  }

  @Test
  void whoComesBackIsNot() {
    gateway.sms("a", "salam");
    gateway.sms("b", "labas");
    gateway.pass(DAY.multipliedBy(3));
    assertEquals(1, people());
  }

  @Test
  void whoWaitsForAnAnswerIsNot() {
    gateway.sms("a", "command pay");
    gateway.pass(DAY.plusMinutes(1));
    assertEquals(1, people());
  }
}
