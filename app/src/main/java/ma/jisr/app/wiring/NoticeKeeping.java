package ma.jisr.app.wiring;

import java.time.Duration;
import ma.jisr.base.Loop;
import ma.jisr.service.keeping.Rounds;
import ma.jisr.service.notices.notice.Notices;

/**
 * The notices of a running node: what is due begins, holds and ends. On its loop. Every node has
 * one; what one has done the others find done.
 */
final class NoticeKeeping {
  /** Between two looks: a notice begins at most so much after its time. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  private NoticeKeeping() {}

  /** Starts it; what it has to stop is pushed. */
  static void start(Loop loop, NoticeWork work, Stopping stopping) {
    Rounds rounds = new Rounds(loop, "notices");
    Notices notices = work.notices();
    rounds.every(LOOK, () -> notices.due().look());
    rounds.every(LOOK, () -> work.heralds().look(notices.book()));
    stopping.pushClose("the notices' keeper", rounds::stop);
  }
}
