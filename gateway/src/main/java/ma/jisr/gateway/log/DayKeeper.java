package ma.jisr.gateway.log;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import ma.jisr.base.Loop;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who throws old days of a collection away, such as the message log's: at the start and every hour,
 * so that a day goes at most an hour late. Confined to its loop.
 */
public final class DayKeeper {
  /** Between two looks; most find nothing. */
  static final Duration PERIOD = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(DayKeeper.class);

  private final Loop loop;
  private final Store store;
  private final String collection;
  private final Counters counters;
  private final Duration keep;
  private Loop.@Nullable Cancel next;
  private boolean stopped;

  /**
   * @param collection whose parts are days
   * @param counters count what failed, as "COLLECTION.sweep.failed"
   * @param keep how long rows are kept, whole days
   */
  public DayKeeper(Loop loop, Store store, String collection, Counters counters, Duration keep) {
    this.loop = loop;
    this.store = store;
    this.collection = collection;
    this.counters = counters;
    this.keep = keep;
  }

  /** On the loop. */
  public void start() {
    LocalDate before = LocalDate.ofInstant(loop.now().minus(keep), ZoneOffset.UTC);
    loop.when(
        store.drop(collection, before),
        (dropped, failure) -> {
          if (dropped == null) counters.count(collection + ".sweep.failed");
          else if (dropped > 0) LOG.info("dropped {} days of {}", dropped, collection);
          if (!stopped) next = loop.after(PERIOD, this::start);
        });
  }

  /** On the loop. */
  public void stop() {
    stopped = true;
    if (next != null) next.cancel();
  }
}
