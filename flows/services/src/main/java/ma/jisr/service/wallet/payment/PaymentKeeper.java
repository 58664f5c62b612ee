package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who sees to it that what is due for payments is done: requests are sent, providers asked,
 * journals copied out, digests made. Every node has one; what one has done the others find done.
 * Works on its loop.
 */
public final class PaymentKeeper {
  /** Between two looks: whoever has said yes waits at most so much longer. */
  static final Duration PERIOD = Duration.ofSeconds(1);

  /** Between two copyings. */
  static final Duration COPYING = Duration.ofSeconds(5);

  /** Between two looks for days that are over. */
  static final Duration DIGESTING = Duration.ofMinutes(10);

  /** Most payments of one look; more are taken up at once behind them. */
  private static final int PAGE = 100;

  private static final Logger LOG = LoggerFactory.getLogger(PaymentKeeper.class);

  private final Loop loop;
  private final Payments payments;
  private boolean stopped;

  public PaymentKeeper(Loop loop, Payments payments) {
    this.loop = loop;
    this.payments = payments;
  }

  public void start() {
    loop.execute(() -> repeat(PERIOD, () -> payments.look(loop.now(), PAGE)));
    loop.execute(() -> repeat(COPYING, () -> payments.copy(loop.now(), PAGE)));
    loop.execute(() -> repeat(DIGESTING, () -> payments.digest(loop.now())));
  }

  /** Looks no more; what is due is found by the next process. */
  public void stop() {
    loop.execute(() -> stopped = true);
  }

  private void repeat(Duration period, Supplier<CompletableFuture<Integer>> what) {
    if (stopped) return;
    loop.when(
        what.get(),
        (done, failure) -> {
          if (failure != null)
            LOG.warn("payments that are due wait: {}", failure.getClass().getSimpleName());
          boolean more = done != null && done == PAGE;
          Loop.Cancel unused = loop.after(more ? NEXT : period, () -> repeat(period, what));
        });
  }

  /** Before the next page: others are let in between. */
  private static final Duration NEXT = Duration.ofMillis(10);
}
