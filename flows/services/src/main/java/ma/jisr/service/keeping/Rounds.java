package ma.jisr.service.keeping;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done again and again on a loop, each thing a pause after it was done. Every node has its
 * rounds; what one has done the others find done. A round that fails is said, by the name of the
 * failure only, and done again the next time. Callable from any thread.
 */
public final class Rounds {
  /** Before the next page of what is due: others are let in between. */
  private static final Duration NEXT = Duration.ofMillis(10);

  private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

  private final Loop loop;
  private final String what;
  private boolean stopped;

  /**
   * @param what is looked after, in the plural, for the log: "tickets"
   */
  public Rounds(Loop loop, String what) {
    this.loop = loop;
    this.what = what;
  }

  /** Done now, and each time so long after it was done. */
  public void every(Duration period, Supplier<? extends CompletableFuture<?>> round) {
    loop.execute(() -> go(period, Integer.MAX_VALUE, round));
  }

  /**
   * The same for what is due, a page at a time.
   *
   * @param page most of one round; where so many were due, the next page follows at once
   */
  public void every(Duration period, int page, Supplier<CompletableFuture<Integer>> round) {
    loop.execute(() -> go(period, page, round));
  }

  /** The same, not before a while has passed. */
  public void after(
      Duration first, Duration period, Supplier<? extends CompletableFuture<?>> round) {
    Loop.Cancel unused = loop.after(first, () -> go(period, Integer.MAX_VALUE, round));
  }

  /** No more rounds: what is due is found by the next process. */
  public void stop() {
    loop.execute(() -> stopped = true);
  }

  private void go(Duration period, int page, Supplier<? extends CompletableFuture<?>> round) {
    if (stopped) return;
    loop.when(
        begun(round),
        (done, failure) -> {
          if (failure != null)
            LOG.warn("what is due for {} waits: {}", what, failure.getClass().getSimpleName());
          boolean more = done instanceof Integer many && many >= page;
          Loop.Cancel unused = loop.after(more ? NEXT : period, () -> go(period, page, round));
        });
  }

  private static CompletableFuture<Object> begun(Supplier<? extends CompletableFuture<?>> round) {
    try {
      return round.get().thenApply(done -> done == null ? "done" : done);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
