package ma.jisr.gateway.loop;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.base.Loop;

/**
 * A {@link Loop} on one Vert.x event loop: what runs on it runs on that thread, one after another.
 *
 * <p>Tasks of other threads gather in a queue of its own that one task of the event loop empties:
 * waking a sleeping event loop is a system call (7 % of a turn before), and a group of the store's
 * answers comes at once.
 */
public final class VertxLoop implements Loop {
  private static final int WAITING = 0;
  private static final int STARTED = 1;
  private static final int CANCELLED = 2;

  /** Tasks run before sockets and timers get their turn again: some milliseconds of turns. */
  private static final int BATCH = 64;

  private final Vertx vertx;
  private final ContextInternal context;
  private final Clock clock;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

  /** Whether a task that will see the queue is on its way to the event loop, or runs. */
  private final AtomicBoolean awake = new AtomicBoolean();

  private VertxLoop(Vertx vertx, ContextInternal context, Clock clock) {
    this.vertx = vertx;
    this.context = context;
    this.clock = clock;
  }

  /**
   * A new loop on the next event loop of the instance. Vert.x's public {@code getOrCreateContext}
   * gives a thread outside Vert.x always the same one, which would put every link of the process on
   * one core; hence the internal factory.
   *
   * @param vertx whose timers are used
   * @param clock the wall clock
   */
  public static VertxLoop on(Vertx vertx, Clock clock) {
    return new VertxLoop(vertx, ((VertxInternal) vertx).createEventLoopContext(), clock);
  }

  /** The instance that the loop is of. */
  public Vertx vertx() {
    return vertx;
  }

  /** The event loop. */
  public Context context() {
    return context;
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
    wake();
  }

  private void wake() {
    if (awake.compareAndSet(false, true)) context.runOnContext(none -> drain());
  }

  private void drain() {
    for (int i = 0; i < BATCH; i++) {
      Runnable task = tasks.poll();
      if (task == null) break;
      run(task);
    }
    // Whoever adds a task from here on wakes the loop again; what came before is seen below.
    awake.set(false);
    if (!tasks.isEmpty()) wake();
  }

  /** One task's failure is reported as Vert.x reports it, and takes nothing from the next. */
  private void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error failure) {
      context.reportException(failure);
    }
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
