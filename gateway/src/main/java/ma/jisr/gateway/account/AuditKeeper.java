package ma.jisr.gateway.account;

import java.time.Duration;
import java.time.LocalDate;
import ma.jisr.base.Loop;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/** Who throws old days of the audit trail away: at the start and every hour. On its loop. */
public final class AuditKeeper {
  /** A year: what is asked about an account's doings is asked within one. */
  public static final Duration KEEP = Duration.ofDays(365);

  /** Between two looks; most find nothing. */
  static final Duration PERIOD = Duration.ofHours(1);

  private final Loop loop;
  private final Store store;
  private final Counters counters;
  private final Duration keep;
  private Loop.@Nullable Cancel next;
  private boolean stopped;

  /**
   * @param keep how long lines are kept, whole days
   */
  public AuditKeeper(Loop loop, Store store, Counters counters, Duration keep) {
    this.loop = loop;
    this.store = store;
    this.counters = counters;
    this.keep = keep;
  }

  /** On the loop. */
  public void start() {
    LocalDate before = Audit.day(loop.now().minus(keep));
    loop.when(
        store.drop(Audit.COLLECTION, before),
        (dropped, failure) -> {
          if (dropped == null) counters.count("audit.sweep.failed");
          if (!stopped) next = loop.after(PERIOD, this::start);
        });
  }

  /** On the loop. */
  public void stop() {
    stopped = true;
    if (next != null) next.cancel();
  }
}
