package ma.jisr.gateway.session;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Loop;

/**
 * One part of the work of several turns, done one after another: what the first has brought into
 * the processor's caches, code above all, the others find there (decision 0350). Work is done when
 * {@link #ENOUGH} turns have left theirs, and at the latest behind what waits for the loop by then.
 * Confined to the loop.
 */
final class Round {
  /** With twice as many it gains no more, with three times as many less: data pushes data out. */
  static final int ENOUGH = 8;

  private final Loop loop;
  private List<Runnable> left = new ArrayList<>();
  private boolean running;

  Round(Loop loop) {
    this.loop = loop;
  }

  /** Does this soon, with what other turns leave here. */
  void add(Runnable work) {
    left.add(work);
    if (left.size() == 1) loop.execute(this::run);
    else if (left.size() >= ENOUGH && !running) run();
  }

  private void run() {
    running = true;
    try {
      while (!left.isEmpty()) all();
    } finally {
      running = false;
    }
  }

  /** One turn's failure takes nothing from the others. */
  private void all() {
    List<Runnable> now = left;
    left = new ArrayList<>();
    int done = 0;
    try {
      for (; done < now.size(); done++) now.get(done).run();
    } finally {
      for (int i = done + 1; i < now.size(); i++) loop.execute(now.get(i));
    }
  }
}
