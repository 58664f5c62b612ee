package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Machines that answer ours, and people who only seem to. */
class LoopGuardTest {
  private final TestGateway gateway =
      new TestGateway(new MemoryStore(), TestGateway.keys(), "p1", TestGateway.START);

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "an automatic answer, out of office, 5, 60, 20",
    "a thumb that waits, NEXT, 11, 30, 30",
    "something else each time, '', 1, 30, 30",
    "just below, out of office, 1, 20, 20"
  })
  void answers(String what, String text, int seconds, int times, int answered) {
    for (int i = 0; i < times; i++) {
      gateway.sms("m" + i, text.isEmpty() ? "words " + i : text);
      gateway.pass(Duration.ofSeconds(seconds));
    }
    assertEquals(answered, gateway.channel.given.size());
    assertEquals(times, gateway.acks.stream().filter(a -> a.endsWith("accepted")).count());
    assertEquals(times - answered, gateway.counters.of("inbound.muted{link=iam}"));
  }

  @Test
  void otherWordsOrAnHourEndIt() {
    for (int i = 0; i <= LoopGuard.SAME; i++) gateway.sms("m" + i, "out of office");
    assertEquals(LoopGuard.SAME, gateway.channel.given.size());
    gateway.sms("a", "salam");
    assertEquals("MESSAGE you said salam", gateway.channel.texts().getLast());
    for (int i = 0; i <= LoopGuard.SAME; i++) gateway.sms("n" + i, "out of office");
    int before = gateway.channel.given.size();
    gateway.sms("b", "out of office");
    assertEquals(before, gateway.channel.given.size());
    gateway.pass(LoopGuard.MUTED);
    gateway.sms("c", "out of office");
    assertEquals(before + 1, gateway.channel.given.size());
  }
}
