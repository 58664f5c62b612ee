package ma.jisr.app.wiring;

import java.time.Duration;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.service.keeping.Rounds;
import ma.jisr.service.wallet.payment.PaymentKeeper;
import ma.jisr.service.wallet.payment.PaymentRules;
import ma.jisr.service.wallet.payment.Payments;
import ma.jisr.service.wallet.payment.Reconciliation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The payments of a running node: what is due is done. On its loop. */
final class WalletKeeping {
  /** Between two looks at claims and benefits, whose clocks run in days. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  /** How often it is asked whether a day's statements are due. */
  private static final Duration STATEMENTS = Duration.ofMinutes(30);

  /** From midnight until providers have closed a day's books. */
  private static final Duration CLOSED = Duration.ofHours(3);

  private static final Logger LOG = LoggerFactory.getLogger(WalletKeeping.class);

  private final Loop loop;
  private final Payments payments;
  private @Nullable LocalDate reconciled;

  private WalletKeeping(Loop loop, Payments payments) {
    this.loop = loop;
    this.payments = payments;
  }

  /** Starts it; what it has to stop is pushed. */
  static void start(Loop loop, WalletWork work, Stopping stopping) {
    PaymentKeeper keeper = new PaymentKeeper(loop, work.payments());
    WalletKeeping keeping = new WalletKeeping(loop, work.payments());
    keeper.start();
    Rounds rounds = new Rounds(loop, "wallets");
    rounds.every(LOOK, work::look);
    rounds.every(STATEMENTS, keeping::reconcile);
    stopping.pushClose("the payments' keeper", keeper::stop);
    stopping.pushClose("the wallets' keeper", rounds::stop);
  }

  /** Holds the day before against its statements, once; another node that does so does no harm. */
  private CompletableFuture<Void> reconcile() {
    LocalDate day = PaymentRules.day(loop.now().minus(CLOSED)).minusDays(1);
    if (day.equals(reconciled)) return CompletableFuture.completedFuture(null);
    reconciled = day;
    return payments.reconcile(day).thenAccept(all -> all.forEach(WalletKeeping::tell));
  }

  private static void tell(Reconciliation found) {
    int differences = found.differences().size();
    if (!found.complete())
      LOG.warn("{}: the statement of {} was not to be had", found.provider(), found.day());
    else if (differences > 0)
      LOG.warn("{}: {} differences on {}", found.provider(), differences, found.day());
    else LOG.info("{}: {} lines of {} agree", found.provider(), found.agree(), found.day());
  }
}
