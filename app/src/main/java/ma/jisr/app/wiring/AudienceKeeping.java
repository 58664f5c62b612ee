package ma.jisr.app.wiring;

import java.time.Duration;
import ma.jisr.base.Loop;
import ma.jisr.service.keeping.Rounds;

/** The audience of a running node: who serves in no shop any more leaves its group. On its loop. */
final class AudienceKeeping {
  /** Between two looks at all shopkeepers; what is done twice by two nodes does no harm. */
  private static final Duration REVIEW = Duration.ofHours(24);

  /** From the start until the first of them: nothing waits for it, and starts are busy. */
  private static final Duration FIRST = Duration.ofMinutes(10);

  /**
   * Between two readings of whose groups are: so long a list may leave out what is for a new one.
   */
  private static final Duration GROUPS = Duration.ofMinutes(1);

  private AudienceKeeping() {}

  /** Starts it; what it has to stop is pushed. */
  static void start(Loop loop, AudienceWork work, Stopping stopping) {
    Rounds rounds = new Rounds(loop, "the audience");
    rounds.after(FIRST, REVIEW, work.shopkeepers()::reviewAll);
    rounds.every(GROUPS, work.groupBook()::refresh);
    stopping.pushClose("the audience's keeper", rounds::stop);
  }
}
