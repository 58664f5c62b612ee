package ma.jisr.sandbox.world;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;

/** The clock of the simulated world and what it wakes: passed in, so that a test can turn it. */
public interface Timers {

  /** The present moment of the simulated world. */
  Instant now();

  /**
   * Runs the task once the delay has passed, on any thread.
   *
   * @return what calls it off
   */
  Runnable after(Duration delay, Runnable task);

  /** The real clock, by Vert.x timers; delays below a millisecond become one. */
  static Timers real(Vertx vertx) {
    return new Timers() {
      @Override
      public Instant now() {
        return Instant.now();
      }

      @Override
      public Runnable after(Duration delay, Runnable task) {
        long id = vertx.setTimer(Math.max(1, delay.toMillis()), fired -> task.run());
        return () -> vertx.cancelTimer(id);
      }
    };
  }
}
