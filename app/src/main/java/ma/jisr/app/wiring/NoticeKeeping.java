package ma.jisr.app.wiring;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Loop;
import ma.jisr.service.notices.notice.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notices of a running node: what is due begins, holds and ends; what is old is deleted. On its
 * loop. Every node has one; what one has done the others find done.
 */
final class NoticeKeeping {
  /** Between two looks: a notice begins at most so much after its time. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  /** Between two deletions, a slice each. */
  private static final Duration EXPIRE = Duration.ofMinutes(5);

  private static final int SLICE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(NoticeKeeping.class);

  private final Loop loop;
  private boolean stopped;

  private NoticeKeeping(Loop loop) {
    this.loop = loop;
  }

  /** Starts it; what it has to stop is pushed. */
  static void start(Loop loop, NoticeWork work, Stopping stopping) {
    NoticeKeeping keeping = new NoticeKeeping(loop);
    Notices notices = work.notices();
    loop.execute(() -> keeping.repeat(LOOK, () -> notices.due().look()));
    loop.execute(() -> keeping.repeat(LOOK, () -> work.heralds().look(notices.book())));
    loop.execute(() -> keeping.repeat(EXPIRE, () -> work.heralds().expire(loop.now())));
    loop.execute(() -> keeping.repeat(EXPIRE, () -> notices.expire(SLICE)));
    stopping.pushClose("the notices' keeper", () -> loop.execute(keeping::stop));
  }

  private void stop() {
    stopped = true;
  }

  private void repeat(Duration period, Supplier<CompletableFuture<Integer>> what) {
    if (stopped) return;
    loop.when(
        what.get(),
        (done, failure) -> {
          if (failure != null)
            LOG.warn("what is due for notices waits: {}", failure.getClass().getSimpleName());
          Loop.Cancel unused = loop.after(period, () -> repeat(period, what));
        });
  }
}
