package ma.jisr.app.wiring;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Loop;
import ma.jisr.service.wallet.payment.PaymentKeeper;
import ma.jisr.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The payments of a running node: what is due is done, what is old is deleted. On its loop. */
final class WalletKeeping {
  /** Between two looks at claims and benefits, whose clocks run in days. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  /** Between two deletions, a slice each. */
  private static final Duration EXPIRE = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(WalletKeeping.class);

  private final Loop loop;
  private boolean stopped;

  private WalletKeeping(Loop loop) {
    this.loop = loop;
  }

  /** Starts it; what it has to stop is pushed. */
  static void start(Loop loop, Store store, WalletWork work, Stopping stopping) {
    PaymentKeeper keeper = new PaymentKeeper(loop, work.payments());
    WalletKeeping keeping = new WalletKeeping(loop);
    keeper.start();
    loop.execute(() -> keeping.repeat(LOOK, work::look));
    loop.execute(() -> keeping.repeat(EXPIRE, () -> work.expire(store, loop.now())));
    stopping.pushClose("the payments' keeper", keeper::stop);
    stopping.pushClose("the wallets' keeper", () -> loop.execute(keeping::stop));
  }

  private void stop() {
    stopped = true;
  }

  private void repeat(Duration period, Supplier<CompletableFuture<Void>> what) {
    if (stopped) return;
    loop.when(
        what.get(),
        (done, failure) -> {
          if (failure != null)
            LOG.warn("what is due for wallets waits: {}", failure.getClass().getSimpleName());
          Loop.Cancel unused = loop.after(period, () -> repeat(period, what));
        });
  }
}
