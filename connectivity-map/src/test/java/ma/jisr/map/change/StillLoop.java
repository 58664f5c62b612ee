package ma.jisr.map.change;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import ma.jisr.base.Loop;

/** A loop whose clock moves when a test says so. */
public final class StillLoop implements Loop {
  private final Deque<Runnable> queue = new ArrayDeque<>();
  private final List<Timer> timers = new ArrayList<>();
  private Instant now = Instant.parse("2026-11-22T09:00:00Z");

  private record Timer(Instant at, Runnable task) {}

  @Override
  public void execute(Runnable task) {
    queue.add(task);
  }

  @Override
  public Cancel after(Duration delay, Runnable task) {
    Timer timer = new Timer(now.plus(delay), task);
    timers.add(timer);
    return () -> timers.remove(timer);
  }

  @Override
  public Instant now() {
    return now;
  }

  /** Runs what is due until a later moment, in its order. */
  public void pass(Duration time) {
    Instant until = now.plus(time);
    run();
    while (true) {
      Timer next =
          timers.stream()
              .filter(t -> !t.at().isAfter(until))
              .min(Comparator.comparing(Timer::at))
              .orElse(null);
      if (next == null) break;
      timers.remove(next);
      now = next.at();
      next.task().run();
      run();
    }
    now = until;
  }

  private void run() {
    for (Runnable task = queue.poll(); task != null; task = queue.poll()) task.run();
  }
}
