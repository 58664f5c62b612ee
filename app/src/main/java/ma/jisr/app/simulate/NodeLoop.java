package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import ma.jisr.base.Loop;

/** One event loop of one process: it stops for ever when the process dies. */
final class NodeLoop implements Loop {
  private final Timeline timeline;
  private final Duration skew;
  private final BooleanSupplier alive;
  private final Consumer<Throwable> escaped;
  private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();

  /**
   * @param skew how far this machine's clock is ahead
   * @param escaped told of what a task throws: a real loop would log it and go on
   */
  NodeLoop(Timeline timeline, Duration skew, BooleanSupplier alive, Consumer<Throwable> escaped) {
    this.timeline = timeline;
    this.skew = skew;
    this.alive = alive;
    this.escaped = escaped;
  }

  @Override
  public void execute(Runnable task) {
    if (!alive.getAsBoolean()) return;
    tasks.add(task);
    timeline.ready(this);
  }

  @Override
  public Cancel after(Duration delay, Runnable task) {
    Alarm alarm = new Alarm(task);
    Cancel timer = timeline.after(delay, () -> execute(alarm));
    return () -> {
      alarm.cancelled = true;
      timer.cancel();
    };
  }

  @Override
  public Instant now() {
    return timeline.now().plus(skew);
  }

  void runOne() {
    Runnable task = tasks.poll();
    if (task == null || !alive.getAsBoolean()) return;
    try {
      task.run();
    } catch (RuntimeException | AssertionError failure) {
      escaped.accept(failure);
    }
  }

  private static final class Alarm implements Runnable {
    private final Runnable task;
    private boolean cancelled;

    Alarm(Runnable task) {
      this.task = task;
    }

    @Override
    public void run() {
      if (!cancelled) task.run();
    }
  }
}
