package ma.jisr.gateway.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import ma.jisr.flow.Urgency;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What follows from each outcome. */
class RetryPolicyTest {
  private static final Instant NOW = Instant.parse("2026-03-02T10:15:00Z");

  private static OutboxEntry entry(Urgency urgency, int tries, boolean doubted, Duration life) {
    Instant until = NOW.plus(life);
    return new OutboxEntry(
        "e",
        Outbound.Kind.MESSAGE,
        "iam",
        "2121",
        "tel",
        null,
        "x",
        "m",
        NOW,
        until,
        NOW,
        tries,
        doubted,
        urgency,
        0,
        List.of());
  }

  private static @Nullable OutboxEntry next(OutboxEntry entry, Sent outcome) {
    return RetryPolicy.next(entry, outcome, NOW);
  }

  private static int tries(@Nullable OutboxEntry entry) {
    return entry == null ? -1 : entry.tries();
  }

  @ParameterizedTest
  @CsvSource({
    "EMERGENCY, false, true",
    "REPLY, false, true",
    "BULK, false, false",
    "EMERGENCY, true, false",
    "REPLY, true, false"
  })
  void silenceIsTreatedByUrgency(Urgency urgency, boolean doubted, boolean again) {
    OutboxEntry entry = entry(urgency, 0, doubted, Duration.ofHours(24));
    assertEquals(again, next(entry, new Sent.Uncertain("silence")) != null);
  }

  @Test
  void temporaryErrorsAreBounded() {
    Sent error = new Sent.Later("ESME_RSYSERR");
    Duration life = Duration.ofHours(24);
    for (int tries = 0; tries < RetryPolicy.MOST_REFUSALS - 1; tries++)
      assertNotNull(next(entry(Urgency.REPLY, tries, false, life), error));
    assertNull(next(entry(Urgency.REPLY, RetryPolicy.MOST_REFUSALS - 1, false, life), error));
    assertEquals(new Sent.Refused("ESME_RSYSERR"), RetryPolicy.end(error));
  }

  @Test
  void whatHasNotLeftWaitsUntilItExpires() {
    OutboxEntry entry = entry(Urgency.BULK, 0, false, Duration.ofMinutes(2));
    Sent held = new Sent.Held("link down");
    assertNotNull(next(entry, held));
    assertEquals(0, tries(next(entry, held)));
    assertNull(RetryPolicy.next(entry, held, NOW.plusSeconds(119)));
    assertInstanceOf(Sent.Expired.class, RetryPolicy.end(held));
  }

  @Test
  void aScreenHasNoLater() {
    assertEquals(new Sent.Unseen("unbound"), RetryPolicy.endOfScreen(new Sent.Held("unbound")));
    Sent throttled = new Sent.Later("ESME_RTHROTTLED", 0);
    assertEquals(new Sent.Unseen("ESME_RTHROTTLED"), RetryPolicy.endOfScreen(throttled));
    Sent taken = new Sent.Taken(List.of("1"));
    assertEquals(taken, RetryPolicy.endOfScreen(taken));
  }

  @Test
  void permanentOnesFailAtOnce() {
    OutboxEntry entry = entry(Urgency.EMERGENCY, 0, false, Duration.ofHours(24));
    assertNull(next(entry, new Sent.Refused("ESME_RINVDSTADR")));
  }

  @Test
  void partsThatWereTakenAreRemembered() {
    OutboxEntry entry = entry(Urgency.REPLY, 0, false, Duration.ofHours(24));
    OutboxEntry again = next(entry, new Sent.Later("ESME_RSYSERR", 0b101));
    assertEquals(0b101, again == null ? 0 : again.taken());
  }
}
