package ma.jisr.app.wiring;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The audience of a running node: who serves in no shop any more leaves its group, and what is old
 * is deleted. On its loop.
 */
final class AudienceKeeping {
  /** Between two looks at all shopkeepers; what is done twice by two nodes does no harm. */
  private static final Duration REVIEW = Duration.ofHours(24);

  /** From the start until the first of them: nothing waits for it, and starts are busy. */
  private static final Duration FIRST = Duration.ofMinutes(10);

  /** Between two deletions, a slice each. */
  private static final Duration EXPIRE = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(AudienceKeeping.class);

  private final Loop loop;
  private boolean stopped;

  private AudienceKeeping(Loop loop) {
    this.loop = loop;
  }

  /** Starts it; what it has to stop is pushed. */
  static void start(Loop loop, AudienceWork work, Stopping stopping) {
    AudienceKeeping keeping = new AudienceKeeping(loop);
    loop.execute(
        () -> {
          keeping.after(FIRST, REVIEW, work.shopkeepers()::reviewAll);
          keeping.repeat(EXPIRE, work::expire);
        });
    stopping.pushClose("the audience's keeper", () -> loop.execute(keeping::stop));
  }

  private void stop() {
    stopped = true;
  }

  private void after(Duration first, Duration period, Supplier<CompletableFuture<Void>> what) {
    Loop.Cancel unused = loop.after(first, () -> repeat(period, what));
  }

  private void repeat(Duration period, Supplier<CompletableFuture<Void>> what) {
    if (stopped) return;
    loop.when(
        what.get(),
        (done, failure) -> {
          if (failure != null)
            LOG.warn("what is due for the audience waits: {}", failure.getClass().getSimpleName());
          after(period, period, what);
        });
  }
}
