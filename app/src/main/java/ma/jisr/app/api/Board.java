package ma.jisr.app.api;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Loop;
import ma.jisr.gateway.api.Events.Watcher;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the screens of one shop show: looked at in the store, where all nodes write, and told to all
 * who watch when it is not what it was. Confined to its loop.
 */
final class Board {
  /**
   * Between an answer of the store and the next look: some ten small reads, however many watch. Who
   * is called walks longer to the counter.
   */
  static final Duration PERIOD = Duration.ofSeconds(1);

  private static final Logger LOG = LoggerFactory.getLogger(Board.class);

  private final Loop loop;
  private final Supplier<CompletableFuture<String>> read;
  private final Runnable gone;
  private final Set<Watcher> watchers = new LinkedHashSet<>();
  private String last = "";
  private boolean over;

  /**
   * @param read gives how it is; "" when there is nothing to show any more
   * @param gone is told when it has ended because of that
   */
  Board(Loop loop, Supplier<CompletableFuture<String>> read, Runnable gone) {
    this.loop = loop;
    this.read = read;
    this.gone = gone;
  }

  /** The first one makes it look; the others are told at once what it saw last. */
  void join(Watcher watcher) {
    watchers.add(watcher);
    if (!last.isEmpty()) watcher.told(last);
    else if (watchers.size() == 1) look();
  }

  /** Whether nobody watches any more; it does not look again then. */
  boolean leave(Watcher watcher) {
    watchers.remove(watcher);
    over |= watchers.isEmpty();
    return over;
  }

  private void look() {
    if (over) return;
    loop.when(read.get(), this::seen);
  }

  private void seen(@Nullable String found, @Nullable Throwable failure) {
    if (over) return;
    if (found != null && found.isEmpty()) {
      over = true;
      gone.run();
      for (Watcher watcher : List.copyOf(watchers)) watcher.ended();
      return;
    }
    if (failure != null)
      LOG.debug("a queue cannot be seen now: {}", failure.getClass().getSimpleName());
    if (found != null && !found.equals(last)) {
      last = found;
      for (Watcher watcher : watchers) watcher.told(found);
    }
    Loop.Cancel unused = loop.after(PERIOD, this::look);
  }
}
