package ma.jisr.map.hotspot;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import ma.jisr.base.Loop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who folds the changes that lie over the map's index into it: when they have become many, or when
 * no more have come for a while. Watches on its loop, indexes on the worker.
 */
public final class HotspotKeeper {
  /** Between two looks. */
  static final Duration PERIOD = Duration.ofSeconds(5);

  /** So many are folded in at once; fewer wait until none came between two looks. */
  static final int MANY = 500;

  private static final Logger LOG = LoggerFactory.getLogger(HotspotKeeper.class);

  private final Loop loop;
  private final HotspotMap map;
  private final Executor worker;
  private Loop.@Nullable Cancel next;
  private int before;
  private boolean stopped;

  public HotspotKeeper(Loop loop, HotspotMap map, Executor worker) {
    this.loop = loop;
    this.map = map;
    this.worker = worker;
  }

  /** From any thread. */
  public void start() {
    loop.execute(this::later);
  }

  /** From any thread. */
  public void stop() {
    loop.execute(
        () -> {
          stopped = true;
          if (next != null) next.cancel();
        });
  }

  private void later() {
    if (!stopped) next = loop.after(PERIOD, this::look);
  }

  private void look() {
    int changes = map.changes();
    boolean quiet = changes == before;
    before = changes;
    if (changes == 0 || (!quiet && changes < MANY)) {
      later();
      return;
    }
    loop.when(
        CompletableFuture.runAsync(map::fold, worker),
        (nothing, failure) -> {
          if (failure != null) LOG.warn("the map was not indexed anew", failure);
          later();
        });
  }
}
