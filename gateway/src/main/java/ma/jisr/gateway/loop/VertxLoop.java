package ma.jisr.gateway.loop;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.VertxInternal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.base.Loop;

/**
 * A {@link Loop} on one Vert.x event loop: what runs on it runs on that thread, one after another.
 *
 * @param vertx whose timers are used
 * @param context the event loop
 * @param clock the wall clock
 */
public record VertxLoop(Vertx vertx, Context context, Clock clock) implements Loop {
  private static final int WAITING = 0;
  private static final int STARTED = 1;
  private static final int CANCELLED = 2;

  /**
   * A new loop on the next event loop of the instance. Vert.x's public {@code getOrCreateContext}
   * gives a thread outside Vert.x always the same one, which would put every link of the process on
   * one core; hence the internal factory.
   */
  public static VertxLoop on(Vertx vertx, Clock clock) {
    return new VertxLoop(vertx, ((VertxInternal) vertx).createEventLoopContext(), clock);
  }

  @Override
  public void execute(Runnable task) {
    context.runOnContext(none -> task.run());
  }

  @Override
  public Cancel after(Duration delay, Runnable task) {
    // A timer belongs to the context that sets it, so the setting itself happens on the loop.
    AtomicInteger state = new AtomicInteger(WAITING);
    long millis = Math.max(1, delay.toMillis());
    if (inside()) {
      long timer = vertx.setTimer(millis, id -> start(state, task));
      return () -> {
        if (state.compareAndSet(WAITING, CANCELLED)) {
          vertx.cancelTimer(timer);
        }
      };
    }
    execute(() -> vertx.setTimer(millis, id -> start(state, task)));
    return () -> state.compareAndSet(WAITING, CANCELLED);
  }

  private static void start(AtomicInteger state, Runnable task) {
    if (state.compareAndSet(WAITING, STARTED)) {
      task.run();
    }
  }

  /** Whether the calling thread is this loop's. */
  public boolean inside() {
    return Vertx.currentContext() == context;
  }

  /** Runs the task at once when called on this loop, else as {@link #execute}. */
  public void enter(Runnable task) {
    if (inside()) {
      task.run();
    } else {
      execute(task);
    }
  }

  @Override
  public Instant now() {
    return clock.instant();
  }
}
