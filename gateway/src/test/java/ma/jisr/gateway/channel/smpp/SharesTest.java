package ma.jisr.gateway.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Address;
import ma.jisr.gateway.channel.Outbound;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who goes first when several classes wait, and until when the peer is told to try. */
class SharesTest {
  private final Shares shares = new Shares();
  private final Map<Segment, Shares.Kind> kinds = new HashMap<>();

  private void add(Shares.Kind kind, int count) {
    for (int i = 0; i < count; i++) {
      Outbound text =
          new Outbound("o", Outbound.Kind.MESSAGE, new Address("tel", "1"), "2", "x", null);
      Sending sending = new Sending(text, 1, (index, id) -> {}, new CompletableFuture<>());
      Segment segment = new Segment(i, sending, new byte[0], 0, null);
      kinds.put(segment, kind);
      shares.add(kind, segment);
    }
  }

  private Map<Shares.Kind, Integer> take(int count) {
    Map<Shares.Kind, Integer> taken = new EnumMap<>(Shares.Kind.class);
    for (int i = 0; i < count; i++) {
      taken.merge(kinds.get(shares.take()), 1, Integer::sum);
    }
    return taken;
  }

  @Test
  void eachClassHasItsShareWhileAllWait() {
    for (Shares.Kind kind : Shares.Kind.values()) {
      add(kind, 200);
    }
    Map<Shares.Kind, Integer> taken = take(200);
    for (Shares.Kind kind : Shares.Kind.values()) {
      int due = 2 * kind.percent;
      assertTrue(Math.abs(taken.getOrDefault(kind, 0) - due) <= 1, taken::toString);
    }
  }

  @Test
  void whatOneDoesNotUseTheOthersGet() {
    add(Shares.Kind.BULK, 100);
    assertEquals(Map.of(Shares.Kind.BULK, 100), take(100));
  }

  @Test
  void whoWasIdleIsNotOwedAnything() {
    add(Shares.Kind.BULK, 1_000);
    take(500);
    add(Shares.Kind.EMERGENCY, 100);
    int taken = take(100).getOrDefault(Shares.Kind.EMERGENCY, 0);
    assertTrue(Math.abs(taken - 80) <= 1, () -> "of 100: " + taken); // 40 to 10
  }

  @Test
  void anEmergencyGoesWithinOneSegmentOfTheBulk() {
    add(Shares.Kind.BULK, 10_000);
    take(5_000);
    add(Shares.Kind.EMERGENCY, 1);
    assertEquals(1, take(2).get(Shares.Kind.EMERGENCY));
  }

  @Test
  void inAClassTheOrderStands() {
    add(Shares.Kind.REPLY, 3);
    List<Segment> all = shares.clear();
    assertEquals(0, shares.size());
    assertTrue(Segment.ORDER.compare(all.get(0), all.get(2)) < 0);
  }

  @ParameterizedTest
  @CsvSource({
    "PT24H, 000001000000000R",
    "PT90M, 000000013000000R",
    "PT10M59S, 000000001000000R",
    "PT5S, 000000000100000R",
    "-PT1H, 000000000100000R",
    "P400D, 000028000000000R"
  })
  void validity(Duration left, String period) {
    Instant now = Instant.parse("2026-03-02T10:15:00Z");
    assertEquals(period, Validity.until(now.plus(left), now));
    assertEquals(16, period.length());
  }

  @Test
  void whatHasNoEndSaysNothing() {
    assertEquals("", Validity.until(Instant.MAX, Instant.EPOCH));
  }
}
