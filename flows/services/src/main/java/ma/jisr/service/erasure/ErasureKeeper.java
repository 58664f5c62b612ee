package ma.jisr.service.erasure;

import java.time.Duration;
import ma.jisr.base.Loop;
import ma.jisr.service.keeping.Rounds;

/**
 * Who takes the steps of erasures that are due. Every node has one; what one has done the others
 * find done. Works on its loop.
 */
public final class ErasureKeeper {
  /** Between two looks. */
  static final Duration PERIOD = Duration.ofSeconds(20);

  /** Most erasures of one look; more are taken up at once behind them. */
  private static final int PAGE = 100;

  private final Erasures erasures;
  private final Rounds rounds;

  public ErasureKeeper(Loop loop, Erasures erasures) {
    this.erasures = erasures;
    this.rounds = new Rounds(loop, "erasures");
  }

  public void start() {
    rounds.every(PERIOD, PAGE, () -> erasures.look(PAGE));
  }

  /** Looks no more; what is due is found by the next process. */
  public void stop() {
    rounds.stop();
  }
}
