package ma.jisr.gateway.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import ma.jisr.base.VirtualLoop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetersTest {
  private final Meters meters = new Meters();

  @AfterEach
  void close() {
    meters.close();
  }

  @Test
  void whatIsCountedIsScraped() {
    meters.count("turn.refused", Map.of("reason", "mailbox"));
    meters.count("turn.refused", Map.of("reason", "mailbox"));
    meters.counter("messages", "link", "iam", "outcome", "refused: ESME_RINVDSTADR").increment();
    meters.timer("mo.acknowledged", "link", "iam").record(12, TimeUnit.MILLISECONDS);
    meters.took("mo.replied", Map.of("link", "iam"), Duration.ofMillis(1_500));
    meters.took("mo.replied", Map.of("link", "iam"), Duration.ofMillis(-5));
    meters.gauge("waiting", () -> 7);
    meters.counted("link.timeouts", () -> 3, "link", "iam");
    String text = meters.scrape();
    for (String line :
        List.of(
            "jisr_turn_refused_total{reason=\"mailbox\"} 2.0",
            "jisr_messages_total{link=\"iam\",outcome=\"refused: ESME_RINVDSTADR\"} 1.0",
            "jisr_mo_acknowledged_seconds_bucket{link=\"iam\",le=\"0.01\"} 0",
            "jisr_mo_acknowledged_seconds_bucket{link=\"iam\",le=\"0.015\"} 1",
            "jisr_mo_replied_seconds_bucket{link=\"iam\",le=\"1.0\"} 0",
            "jisr_mo_replied_seconds_bucket{link=\"iam\",le=\"2.0\"} 1",
            "jisr_waiting 7.0",
            "jisr_link_timeouts_total{link=\"iam\"} 3.0",
            "jvm_memory_used_bytes")) assertTrue(text.contains(line), line + " in " + text);
    assertEquals(2, meters.all().get("turn.refused{reason=mailbox}"));
  }

  /** Whatever a careless caller hands in. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "+212661987654",
        "212661987654",
        "0661 98 76 54",
        "0661-98-76-54",
        "06.61.98.76.54",
        "wifi à Chichaoua",
        "شيشاوة",
        "a word and more words than any status of a protocol has",
        "line\nbreak",
        "",
        "0123456789012345678901234567890123456789012345678901234567890123456789"
      })
  void noNumberAndNoTextBecomesATag(String personal) {
    assertEquals(SafeTag.OTHER, SafeTag.of(personal));
    meters.count("delivery", Map.of("outcome", personal));
    meters.counter("messages", "link", personal).increment();
    meters.timer("mo.acknowledged", "link", personal).record(1, TimeUnit.MILLISECONDS);
    assertFalse(personal.length() > 3 && meters.scrape().contains(personal));
    assertEquals(1, meters.all().get("delivery{outcome=other}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iam",
        "inwi-2",
        "BEGIN",
        "taken",
        "later: ESME_RTHROTTLED",
        "hotspots.near",
        "0x58"
      })
  void wordsOfTheProgramAreKept(String word) {
    assertEquals(word, SafeTag.of(word));
  }

  @Test
  void aCarelessTagFillsNothing() {
    for (int i = 0; i < Meters.MAX_SERIES + 50; i++)
      meters.count("careless", Map.of("value", Integer.toString(i, 36)));
    assertTrue(meters.all().size() <= Meters.MAX_SERIES + 1);
    assertTrue(meters.all().getOrDefault(Meters.OTHER, 0L) >= 50);
  }

  @Test
  void aStalledLoopIsCountedAndSeenToBeSilent() {
    VirtualLoop loop = new VirtualLoop(java.time.Instant.EPOCH);
    AtomicLong nanos = new AtomicLong();
    LoopWatch watch = new LoopWatch(loop, "0", meters, nanos::get).start();
    nanos.addAndGet(LoopWatch.PERIOD.toNanos());
    loop.advance(LoopWatch.PERIOD);
    assertEquals(Duration.ZERO, watch.silent());
    assertEquals(0, meters.all().get("loop.stalls{loop=0}"));
    nanos.addAndGet(LoopWatch.PERIOD.toNanos() + LoopWatch.STALL.toNanos() + 1);
    assertTrue(watch.silent().compareTo(LoopWatch.PERIOD) > 0);
    loop.advance(LoopWatch.PERIOD);
    assertEquals(1, meters.all().get("loop.stalls{loop=0}"));
    assertEquals(Duration.ZERO, watch.silent());
  }
}
