package ma.jisr.gateway.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SpentTest {
  private static final Instant AT = Instant.parse("2026-03-02T10:59:59Z");

  @Test
  void segmentsOfOneClockHourAddUp() {
    assertEquals(5, Spent.NOTHING.and(2, AT).and(3, AT).at(AT));
  }

  @Test
  void theNextHourBeginsAnew() {
    Spent full = Spent.NOTHING.and(60, AT);
    Instant next = AT.plusSeconds(1);
    assertEquals(0, full.at(next));
    assertEquals(1, full.and(1, next).at(next));
  }

  @Test
  void twoClocksThatDifferDoNotBeginAnewByTurns() {
    Instant ahead = AT.plusSeconds(2);
    Spent spent = Spent.NOTHING.and(60, AT).and(5, ahead).and(1, AT).and(1, ahead);
    assertEquals(7, spent.at(ahead));
    assertEquals(7, spent.at(AT));
    assertEquals(0, spent.at(AT.minus(Duration.ofHours(1))), "a clock that was set back");
  }

  @Test
  void nothingMoreIsNoChange() {
    Spent spent = Spent.NOTHING.and(2, AT);
    assertEquals(spent, spent.and(0, AT.plus(Duration.ofDays(1))));
  }
}
