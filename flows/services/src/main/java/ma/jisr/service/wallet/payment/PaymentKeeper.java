package ma.jisr.service.wallet.payment;

import java.time.Duration;
import ma.jisr.base.Loop;
import ma.jisr.service.keeping.Rounds;

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

  private final Loop loop;
  private final Payments payments;
  private final Rounds rounds;

  public PaymentKeeper(Loop loop, Payments payments) {
    this.loop = loop;
    this.payments = payments;
    this.rounds = new Rounds(loop, "payments");
  }

  public void start() {
    rounds.every(PERIOD, PAGE, () -> payments.look(loop.now(), PAGE));
    rounds.every(COPYING, PAGE, () -> payments.copy(loop.now(), PAGE));
    rounds.every(DIGESTING, PAGE, () -> payments.digest(loop.now()));
  }

  /** Looks no more; what is due is found by the next process. */
  public void stop() {
    rounds.stop();
  }
}
