package ma.jisr.service.erasure;

import java.time.Duration;
import ma.jisr.base.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who takes the steps of erasures that are due. Every node has one; what one has done the others
 * find done. Works on its loop.
 */
public final class ErasureKeeper {
  /** Between two looks. */
  static final Duration PERIOD = Duration.ofSeconds(20);

  /** Most erasures of one look; more are taken up at once behind them. */
  private static final int PAGE = 100;

  private static final Logger LOG = LoggerFactory.getLogger(ErasureKeeper.class);

  private final Loop loop;
  private final Erasures erasures;
  private boolean stopped;

  public ErasureKeeper(Loop loop, Erasures erasures) {
    this.loop = loop;
    this.erasures = erasures;
  }

  public void start() {
    loop.execute(this::look);
  }

  /** Looks no more; what is due is found by the next process. */
  public void stop() {
    loop.execute(() -> stopped = true);
  }

  private void look() {
    if (stopped) return;
    loop.when(
        erasures.look(PAGE),
        (looked, failure) -> {
          if (failure != null)
            LOG.warn("erasures that are due wait: {}", failure.getClass().getSimpleName());
          boolean more = looked != null && looked == PAGE;
          if (more) loop.execute(this::look);
          else {
            Loop.Cancel unused = loop.after(PERIOD, this::look);
          }
        });
  }
}
