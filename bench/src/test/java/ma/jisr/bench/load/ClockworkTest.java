package ma.jisr.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ClockworkTest {
  private static final long MS = 1_000_000;

  @Test
  void aMessageCountsFromTheInstantAtWhichItWasDueHoweverLateItLeaves() {
    Clockwork clock = new Clockwork(span(), 500);
    clock.tick(0);
    assertEquals(0, clock.due(0));
    assertEquals(0, clock.intent(0));
    assertEquals(2 * MS, clock.due(0));
    assertEquals(2 * MS, clock.intent(90 * MS), "stalled for 90 ms: the wait is charged");
    assertEquals(4 * MS, clock.intent(90 * MS));
  }

  @Test
  void aClosedLoopCountsFromNow() {
    Clockwork clock = new Clockwork(span(), 0);
    clock.tick(0);
    assertEquals(0, clock.due(7));
    assertEquals(7, clock.intent(7));
  }

  @Test
  void nothingIsSentWhileTheLastAreWaitedFor() {
    Clockwork clock = new Clockwork(span(), 0);
    clock.tick(0);
    assertTrue(clock.sending(1_999 * MS));
    assertFalse(clock.sending(2_000 * MS));
    assertTrue(clock.waiting(2_999 * MS));
    assertFalse(clock.waiting(3_000 * MS));
    assertEquals(2, clock.seconds());
  }

  @Test
  void standingStillIsCountedOnlyWhileSomebodyWaits() {
    Stillness stillness = new Stillness();
    stillness.await(0);
    stillness.heard(49 * MS, false);
    stillness.await(500 * MS);
    stillness.heard(520 * MS, true);
    assertEquals(0, stillness.count());
    stillness.heard(571 * MS, true);
    assertEquals(1, stillness.count());
  }

  private static Span span() {
    return new Span(Duration.ofSeconds(2), Duration.ofSeconds(1));
  }
}
