package ma.jisr.app.command;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.utils.Signals;

/**
 * What tells the process to stop: SIGTERM, SIGINT (Ctrl-C), SIGHUP. The first ends the wait; each
 * further one is told apart, since whoever asks again will not wait. A shutdown hook would see the
 * first only.
 */
final class StopSignals {
  private static final List<String> NAMES = List.of("TERM", "INT", "HUP");

  private final CountDownLatch asked = new CountDownLatch(1);
  private final AtomicBoolean first = new AtomicBoolean();
  private final Runnable again;

  private StopSignals(Runnable again) {
    this.again = again;
  }

  /** Listens from now on. */
  static StopSignals heard(Runnable again) {
    StopSignals signals = new StopSignals(again);
    for (String name : NAMES) {
      Object unused = Signals.register(name, signals::raised);
    }
    return signals;
  }

  private void raised() {
    if (first.compareAndSet(false, true)) asked.countDown();
    else again.run();
  }

  /** Waits for the first. */
  void await() throws InterruptedException {
    asked.await();
  }
}
