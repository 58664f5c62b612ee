package ma.jisr.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import ma.jisr.base.Loop;
import ma.jisr.store.Document;
import ma.jisr.store.Lease;
import ma.jisr.store.Page;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The one who finds persons with something due that nobody has in memory: after a start, after they
 * have left the cache, after another node has gone. A claim only saves work: who is awakened twice
 * finds nothing to do the second time.
 */
final class Sweeper {
  /** Between two sweeps. */
  static final Duration PERIOD = Duration.ofSeconds(1);

  /** How long due things are left to whoever has the person in memory. */
  static final Duration GRACE = Duration.ofSeconds(5);

  /** How long a claimed person is left to its claimer: well above the clocks' difference of 2 s. */
  static final Duration HOLD = Duration.ofSeconds(30);

  /** Most persons awakened by one sweep: 100 a second recover 100,000 within 17 minutes. */
  static final int BATCH = 100;

  private static final int PAGE = 500;

  private final Loop loop;
  private final Store store;
  private final SessionSettings settings;
  private final Consumer<String> awaken;
  private Loop.@Nullable Cancel next;
  private boolean stopped;

  Sweeper(Loop loop, Store store, SessionSettings settings, Consumer<String> awaken) {
    this.loop = loop;
    this.store = store;
    this.settings = settings;
    this.awaken = awaken;
  }

  /** Awakens everybody whom the last process left with something under way, then sweeps. */
  void start() {
    if (settings.alone()) recover(null);
    else sweep();
  }

  void stop() {
    stopped = true;
    if (next != null) next.cancel();
  }

  private void recover(@Nullable String after) {
    long until = loop.now().plus(Draft.PATIENCE.multipliedBy(2)).toEpochMilli();
    loop.when(
        store.find(
            SessionCollections.PEOPLE,
            new Query(SessionCollections.DUE, Map.of(), null, until, after, PAGE)),
        this::recovered);
  }

  private void recovered(@Nullable Page page, @Nullable Throwable failure) {
    if (page != null && failure == null) {
      for (Document person : page.documents()) awaken.accept(person.id());
      if (page.next() != null && !stopped) {
        recover(page.next());
        return;
      }
    }
    again();
  }

  private void sweep() {
    Instant now = loop.now();
    long before = now.minus(GRACE).toEpochMilli();
    Query due = new Query(SessionCollections.DUE, Map.of(), null, before, null, BATCH);
    loop.when(
        store.claim(SessionCollections.PEOPLE, due, settings.process(), now, HOLD),
        (leases, failure) -> {
          if (leases != null) for (Lease lease : leases) awaken.accept(lease.document().id());
          again();
        });
  }

  private void again() {
    if (!stopped) next = loop.after(PERIOD, this::sweep);
  }
}
