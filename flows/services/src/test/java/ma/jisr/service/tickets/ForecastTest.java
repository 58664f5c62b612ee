package ma.jisr.service.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is said of waiting: learnt, not shaken by nonsense, and honest. */
final class ForecastTest {
  private static final Instant TEN = Quarter.TEN;
  private static final Forecast.Counters ONE = new Forecast.Counters(1, 1, 1, true, 0);
  private static final Forecast.Counters NOBODY_YET = new Forecast.Counters(1, 2, 3, false, 0);

  private static Forecast forecast(int said, Pace pace, Forecast.Counters counters) {
    return new Forecast(said, pace, counters, TEN, TEN, List.of());
  }

  /** Turns of these seconds, one after the other, of which the last has ended long ago. */
  private static Pace pace(Instant first, List<Integer> seconds) {
    Pace pace = Pace.NEW;
    Instant at = first;
    for (int each : seconds) {
      pace = pace.with(at, at.plusSeconds(each), false);
      at = at.plusSeconds(each);
    }
    return pace;
  }

  private static Pace yesterday(int minutes, int turns) {
    return pace(TEN.minus(Duration.ofDays(1)), Collections.nCopies(turns, minutes * 60));
  }

  @Test
  void whoKnowsNothingSaysARange() {
    Estimate estimate = forecast(5, Pace.NEW, NOBODY_YET).wait(4);
    assertFalse(estimate.sure());
    assertTrue(estimate.low() <= 5 && estimate.high() >= 20, estimate.toString());
  }

  @Test
  void whatWasSeenCountsMoreThanWhatWasSaid() {
    Estimate few = forecast(5, yesterday(12, 2), ONE).wait(4);
    Estimate many = forecast(5, yesterday(12, 25), ONE).wait(4);
    assertTrue(few.likely() > 20 && few.likely() < many.likely(), few + " " + many);
    assertTrue(Math.abs(many.likely() - 48) <= 4, many.toString());
    assertTrue(many.sure());
  }

  @Test
  void aCounterThatWasForgottenOverLunchIsNoService() {
    List<Integer> seconds =
        IntStream.range(0, 20).mapToObj(i -> i % 10 == 4 ? 5_000 : 240 + i * 5).toList();
    Estimate estimate = forecast(5, pace(TEN.minus(Duration.ofDays(1)), seconds), ONE).wait(4);
    assertTrue(estimate.likely() <= 30, estimate.toString());
  }

  @Test
  void aKeyPressedTwiceIsNoService() {
    assertSame(Pace.NEW, Pace.NEW.with(TEN, TEN.plusSeconds(3), false));
    assertSame(Pace.NEW, Pace.NEW.with(TEN, TEN.plus(Duration.ofHours(3)), false));
  }

  @Test
  void theHourMatters() {
    Pace morning = pace(TEN.minus(Duration.ofDays(1)), Collections.nCopies(12, 300));
    Pace both = morning;
    Instant noon = TEN.minus(Duration.ofHours(22));
    for (int i = 0; i < 12; i++) both = both.with(noon, noon.plusSeconds(1_200), false);
    int now = forecast(5, both, ONE).wait(3).likely();
    Instant later = TEN.plus(Duration.ofHours(2));
    int atNoon = new Forecast(5, both, ONE, later, later, List.of()).wait(3).likely();
    assertTrue(atNoon > now * 3 / 2, now + " " + atNoon);
  }

  @Test
  void aSlowDayIsNoticed() {
    Pace usual = yesterday(5, 25);
    Pace slow = usual;
    for (int i = 8; i > 0; i--)
      slow =
          slow.with(
              TEN.minus(Duration.ofMinutes(10L * i)),
              TEN.minus(Duration.ofMinutes(10L * i - 10)),
              false);
    int usually = forecast(5, usual, ONE).wait(6).likely();
    int today = forecast(5, slow, ONE).wait(6).likely();
    assertTrue(today > usually * 5 / 4, usually + " " + today);
  }

  @Test
  void moreCountersAreFaster() {
    Forecast.Counters three = new Forecast.Counters(3, 3, 3, false, 150);
    int alone = forecast(5, yesterday(5, 25), ONE).wait(9).likely();
    int together = forecast(5, yesterday(5, 25), three).wait(9).likely();
    assertTrue(together < alone / 2, alone + " " + together);
  }

  @Test
  void nobodyWaitsAtAFreeCounter() {
    assertEquals(Estimate.NOW, forecast(5, Pace.NEW, ONE).wait(0));
  }

  @Test
  void beforeItOpensOneWaitsForThat() {
    Instant opens = TEN.plus(Duration.ofMinutes(50));
    Estimate estimate = new Forecast(5, Pace.NEW, NOBODY_YET, TEN, opens, List.of()).wait(0);
    assertTrue(estimate.low() >= 50 && estimate.low() <= estimate.likely(), estimate.toString());
    assertTrue(estimate.likely() <= estimate.high());
  }

  @Test
  void nobodyIsServedOverLunch() {
    Forecast.Break lunch =
        new Forecast.Break(TEN.plus(Duration.ofMinutes(30)), TEN.plus(Duration.ofMinutes(150)));
    Forecast forecast = new Forecast(5, yesterday(5, 25), ONE, TEN, TEN, List.of(lunch));
    assertTrue(forecast.wait(4).likely() < 30);
    assertTrue(Math.abs(forecast.wait(12).likely() - 180) < 10, forecast.wait(12).toString());
  }

  @Test
  void lowIsNeverAboveHigh() {
    for (int ahead = 0; ahead < 400; ahead += 7)
      for (int turns = 0; turns < 30; turns += 5) {
        Estimate estimate = forecast(7, yesterday(9, turns), NOBODY_YET).wait(ahead);
        assertTrue(
            estimate.low() <= estimate.likely() && estimate.likely() <= estimate.high(),
            estimate.toString());
      }
  }
}
