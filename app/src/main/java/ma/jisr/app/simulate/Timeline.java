package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Loop;
import ma.jisr.base.VirtualLoop;

/**
 * The clock of a simulated world and the order of all that happens in it. When several loops have
 * something to do, chance says which goes first; what one loop was given it does in order.
 */
final class Timeline {
  private final VirtualLoop clock;
  private final Chance chance;
  private final List<NodeLoop> ready = new ArrayList<>();

  Timeline(Instant start, Chance chance) {
    this.clock = new VirtualLoop(start);
    this.chance = chance;
  }

  Instant now() {
    return clock.now();
  }

  /** Something that the world does, not a node. */
  Loop.Cancel after(Duration delay, Runnable task) {
    return clock.after(delay, task);
  }

  /** One more task waits on this loop. */
  void ready(NodeLoop loop) {
    ready.add(loop);
    clock.execute(this::next);
  }

  private void next() {
    ready.remove(chance.below(ready.size())).runOne();
  }

  void run() {
    clock.run();
  }

  void advance(Duration time) {
    clock.advance(time);
  }
}
