package ma.jisr.gateway.unresolved;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who keeps of the days of the review list what five people said, beyond those days: at the start
 * and every hour. A day goes, by its retention, whether its shapes could be kept or not. Confined
 * to its loop.
 */
public final class ReviewKeeper {
  /** The longest that texts are kept, and the usual: today and the six days before. */
  public static final Duration KEEP = Duration.ofDays(7);

  /** Between two looks. */
  static final Duration PERIOD = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(ReviewKeeper.class);

  private final Loop loop;
  private final Blocks blocks;
  private final Shapes shapes;
  private final Counters counters;
  private final Duration keep;
  private Loop.@Nullable Cancel next;
  private boolean stopped;

  /**
   * @param keep whole days, 1 to 7
   */
  public ReviewKeeper(Loop loop, Store store, Secrets secrets, Counters counters, Duration keep) {
    this.loop = loop;
    this.blocks = new Blocks(store, secrets);
    this.shapes = new Shapes(store);
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
        look(),
        (done, failure) -> {
          if (done == null) {
            counters.count("unresolved.sweep.failed");
            LOG.warn("the review list could not be looked through, trying again within the hour");
          }
          if (!stopped) next = loop.after(PERIOD, this::start);
        });
  }

  private CompletableFuture<Boolean> look() {
    Tally tally = new Tally();
    return blocks
        .read(since(loop.now(), keep), tally::add)
        .thenCompose(read -> shapes.keep(tally.crowded()))
        .thenApply(
            refused -> {
              count(refused, tally);
              return true;
            });
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
