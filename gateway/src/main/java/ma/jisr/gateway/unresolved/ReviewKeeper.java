package ma.jisr.gateway.unresolved;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who throws old days of the review list away, and keeps of the others what five people said: at
 * the start and every hour. A day goes whether its shapes could be kept or not. Confined to its
 * loop.
 */
public final class ReviewKeeper {
  /** The longest that texts are kept, and the usual: today and the six days before. */
  public static final Duration KEEP = Duration.ofDays(7);

  /** Between two looks. */
  static final Duration PERIOD = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(ReviewKeeper.class);

  private final Loop loop;
  private final Store store;
  private final Blocks blocks;
  private final Shapes shapes;
  private final Audit audit;
  private final Counters counters;
  private final Duration keep;
  private Loop.@Nullable Cancel next;
  private boolean stopped;

  /**
   * @param keep whole days, 1 to 7
   */
  public ReviewKeeper(Loop loop, Store store, Secrets secrets, Counters counters, Duration keep) {
    this.loop = loop;
    this.store = store;
    this.blocks = new Blocks(store, secrets);
    this.shapes = new Shapes(store);
    this.audit = new Audit(store);
    this.counters = counters;
    this.keep = keep;
  }

  /** The first day that is kept: with seven days, the sixth before today (UTC). */
  static LocalDate since(Instant now, Duration keep) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(keep.toDays() - 1);
  }

  /** On the loop. */
  public void start() {
    loop.when(
        sweep(),
        (dropped, failure) -> {
          if (dropped == null) {
            counters.count("unresolved.sweep.failed");
            LOG.warn("the review list could not be swept, trying again within the hour");
          } else if (dropped > 0) {
            LOG.info("dropped {} days of the review list", dropped);
          }
          if (!stopped) next = loop.after(PERIOD, this::start);
        });
  }

  private CompletableFuture<Integer> sweep() {
    Instant now = loop.now();
    LocalDate since = since(now, keep);
    Tally tally = new Tally();
    return store
        .drop(Blocks.COLLECTION, since)
        .thenCompose(
            dropped ->
                blocks
                    .read(since, tally::add)
                    .thenCompose(read -> shapes.keep(tally.crowded()))
                    .thenAccept(refused -> count(refused, tally))
                    .thenCompose(counted -> shapes.forget(now))
                    .thenCompose(gone -> audit.forget(now, Query.MAX_LIMIT))
                    .thenApply(gone -> dropped));
  }

  private void count(int refused, Tally tally) {
    if (refused > 0) counters.count("unresolved.shapes.full");
    if (tally.left() > 0) counters.count("unresolved.shapes.left");
  }

  public void stop() {
    stopped = true;
    if (next != null) next.cancel();
  }
}
