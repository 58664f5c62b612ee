package ma.jisr.sandbox.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A clock that a test turns. Tasks fall due only inside {@link #pass}. */
public final class VirtualTimers implements Timers {
  private final List<Task> tasks = new ArrayList<>();
  private Instant now = Instant.parse("2026-03-02T10:15:00Z");

  private record Task(Instant due, Runnable work) {}

  @Override
  public synchronized Instant now() {
    return now;
  }

  @Override
  public synchronized Runnable after(Duration delay, Runnable work) {
    var task = new Task(now.plus(delay), work);
    tasks.add(task);
    return () -> forget(task);
  }

  private synchronized void forget(Task task) {
    tasks.remove(task);
  }

  /** Turns the clock, and wakes what is due by then, earliest first. */
  public void pass(Duration time) {
    due(time).forEach(task -> task.work().run());
  }

  private synchronized List<Task> due(Duration time) {
    now = now.plus(time);
    List<Task> due =
        tasks.stream()
            .filter(task -> !task.due().isAfter(now))
            .sorted(Comparator.comparing(Task::due))
            .toList();
    tasks.removeAll(due);
    return due;
  }
}
