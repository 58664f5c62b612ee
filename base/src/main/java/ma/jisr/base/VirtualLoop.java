package ma.jisr.base;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The simulator's loop: a clock that moves only when told, and tasks that run on the thread that
 * tells it. Time passes in jumps from timer to timer, so that an hour costs nothing and a seed
 * replays a run. Tasks and timers may be handed in from any thread; everything else belongs to the
 * one thread that drives.
 */
public final class VirtualLoop implements Loop {
  private final LinkedBlockingQueue<Runnable> tasks = new LinkedBlockingQueue<>();
  private final PriorityQueue<Alarm> alarms =
      new PriorityQueue<>(Comparator.comparing(Alarm::at).thenComparingLong(Alarm::order));
  private volatile Instant now;
  private long order;

  public VirtualLoop(Instant start) {
    this.now = start;
  }

  @Override
  public void execute(Runnable task) {
    tasks.add(task);
  }

  @Override
  public Cancel after(Duration delay, Runnable task) {
    synchronized (alarms) {
      Alarm alarm = new Alarm(now.plus(atLeastOneMilli(delay)), order++, task);
      alarms.add(alarm);
      return () -> {
        synchronized (alarms) {
          alarms.remove(alarm);
        }
      };
    }
  }

  @Override
  public Instant now() {
    return now;
  }

  /** Runs what is queued, and what that queues in turn, until nothing is left. */
  public void run() {
    for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) task.run();
  }

  /** Whether nothing is queued; what waits for its time is not. */
  public boolean idle() {
    return tasks.isEmpty();
  }

  /** Lets time pass: timers run in the order of their instants, each followed by what it queued. */
  public void advance(Duration duration) {
    Instant end = now.plus(duration);
    run();
    for (Alarm alarm = nextUntil(end); alarm != null; alarm = nextUntil(end)) {
      now = alarm.at();
      alarm.task().run();
      run();
    }
    now = end;
  }

  /**
   * Runs tasks as they come, until the future is done; for futures that another thread completes (a
   * store that writes to a disk). Virtual time stands still meanwhile.
   *
   * @param patience of the wall clock, after which it gives up
   * @throws TimeoutException when the future was not done by then
   */
  public <T> T await(CompletableFuture<T> future, Duration patience) throws TimeoutException {
    when(future, (value, failure) -> {});
    long end = System.nanoTime() + patience.toNanos();
    while (!future.isDone()) {
      Runnable task = next(end - System.nanoTime());
      if (task == null) throw new TimeoutException("not done within " + patience);
      task.run();
    }
    return future.join();
  }

  private @Nullable Runnable next(long nanos) {
    try {
      return tasks.poll(Math.max(0, nanos), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private @Nullable Alarm nextUntil(Instant end) {
    synchronized (alarms) {
      Alarm first = alarms.peek();
      return first == null || first.at().isAfter(end) ? null : alarms.poll();
    }
  }

  private static Duration atLeastOneMilli(Duration delay) {
    return delay.toMillis() < 1 ? Duration.ofMillis(1) : delay;
  }

  private record Alarm(Instant at, long order, Runnable task) {}
}
