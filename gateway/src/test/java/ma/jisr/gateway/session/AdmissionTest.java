package ma.jisr.gateway.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import ma.jisr.gateway.channel.Acknowledgement;
import org.junit.jupiter.api.Test;

class AdmissionTest {
  private static final int MOST = 40_000;

  private final Acknowledgement nobody =
      new Acknowledgement() {
        @Override
        public void accepted() {}

        @Override
        public void busy() {}
      };
  private Instant now = Instant.parse("2026-03-02T10:15:00Z");
  private final Admission admission = new Admission(MOST, () -> now);
  private final Deque<Acknowledgement> waiting = new ArrayDeque<>();

  @Test
  void aBurstIsTakenAndWhatIsBehindItRefused() {
    assertEquals(Admission.BURST, enter(2 * Admission.BURST));
    assertEquals(Admission.BURST, admission.inFlight());
  }

  @Test
  void asMuchIsInFlightAsWasAnsweredInTheLastSecond() {
    for (int i = 0; i < 50; i++) {
      enter(500);
      answer(500);
      pass(20);
    }
    int let = enter(MOST);
    assertTrue(let >= 22_500 && let <= 25_000, let + " of the 25,000 a second that were answered");
  }

  @Test
  void nothingIsTakenWhileTheOldestWaitsTooLong() {
    enter(1);
    pass(Admission.LONGEST_WAIT);
    assertEquals(1, enter(1));
    pass(1);
    assertEquals(0, enter(1));
    answer(1);
    assertEquals(1, enter(1), "it has been answered");
  }

  /** Found by the simulated world: somebody who wrote without a pause kept everybody out. */
  @Test
  void whatWaitsBehindItsOwnPersonIsNoProbe() {
    Objects.requireNonNull(admission.enter(nobody)).queued();
    pass(Admission.LONGEST_WAIT + 1);
    assertEquals(1, enter(1));
    pass(Admission.LONGEST_WAIT + 1);
    assertEquals(0, enter(1), "the next one is");
  }

  /** Found by the simulated world: a refused release, and a screen to a dialogue that was gone. */
  @Test
  void theEndOfADialogueIsHeardHoweverBusyWeAre() {
    enter(2 * Admission.BURST);
    Objects.requireNonNull(admission.enterAnyway(nobody)).accepted();
    assertEquals(Admission.BURST, admission.inFlight());
    var drained = admission.close();
    assertNull(admission.enterAnyway(nobody));
    assertFalse(drained.isDone());
  }

  @Test
  void threeTimesWhatCanBeDoneNeverWaitsMuchLongerThanTheBound() {
    Deque<Instant> since = new ArrayDeque<>();
    long longest = 0;
    for (int i = 0; i < 20_000; i++) {
      for (int k = 0; k < 6; k++) if (enter(1) == 1) since.add(now);
      for (int k = 0; k < 2 && !waiting.isEmpty(); k++) {
        answer(1);
        longest = Math.max(longest, Duration.between(since.remove(), now).toMillis());
      }
      pass(1);
    }
    assertTrue(longest <= Admission.LONGEST_WAIT * 3 / 2, longest + " ms");
  }

  @Test
  void closedItTakesNothingAndTellsWhenAllIsAnswered() {
    enter(2);
    var drained = admission.close();
    assertNull(admission.enter(nobody));
    answer(1);
    assertFalse(drained.isDone());
    answer(1);
    assertTrue(drained.isDone());
  }

  @Test
  void anAnswerCountsOnce() {
    Acknowledgement once = Objects.requireNonNull(admission.enter(nobody));
    once.accepted();
    once.busy();
    assertEquals(0, admission.inFlight());
  }

  private int enter(int times) {
    int let = 0;
    for (int i = 0; i < times; i++) {
      Acknowledgement entered = admission.enter(nobody);
      if (entered == null) continue;
      waiting.add(entered);
      let++;
    }
    return let;
  }

  private void answer(int times) {
    for (int i = 0; i < times; i++) waiting.remove().accepted();
  }

  private void pass(long millis) {
    now = now.plusMillis(millis);
  }
}
