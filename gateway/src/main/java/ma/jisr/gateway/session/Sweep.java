package ma.jisr.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Loop;
import ma.jisr.store.Document;
import ma.jisr.store.Lease;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The one who finds documents of one collection that are due and that nobody has in memory: after a
 * start, after they have left the cache, after another node has gone. Oldest first, page after page
 * as long as pages are full and what was found is dealt with, then again after a pause. A claim
 * only saves work: who is awakened twice finds nothing to do the second time.
 */
final class Sweep {
  /** Between two passes that found little. */
  static final Duration PERIOD = Duration.ofSeconds(1);

  /** How long due things are left to the node that has them in memory: above the clocks' 2 s. */
  static final Duration GRACE = Duration.ofSeconds(5);

  /** The same where there is one node only: its own alarms ring within that time. */
  static final Duration GRACE_ALONE = Duration.ofSeconds(1);

  /** How long a claimed document is left to its claimer: well above the clocks' difference. */
  static final Duration HOLD = Duration.ofSeconds(30);

  /** Documents of a page. */
  static final int PAGE = 500;

  /**
   * Most documents found and not yet dealt with. At 5 ms a turn that is 100,000 a second, which no
   * store gives: so a sweep goes as fast as the store does, and never floods it.
   */
  static final int IN_FLIGHT = 1_000;

  /** What is done with a document that is due. */
  @FunctionalInterface
  interface Finder {
    /**
     * @param done to be run once, on any thread, when it has been dealt with
     * @return false when there is no room for it now: the pass ends here
     */
    boolean found(Document document, Runnable done);
  }

  private final Loop loop;
  private final Store store;
  private final SessionSettings settings;
  private final String collection;
  private final String index;
  private final Finder finder;
  private Loop.@Nullable Cancel next;
  private @Nullable Runnable waiting;
  private int inFlight;
  private boolean stopped;

  Sweep(
      Loop loop,
      Store store,
      SessionSettings settings,
      String collection,
      String index,
      Finder finder) {
    this.loop = loop;
    this.store = store;
    this.settings = settings;
    this.collection = collection;
    this.index = index;
    this.finder = finder;
  }

  /**
   * Takes up what the last process left under way, if this one has the store alone; then sweeps.
   *
   * @param ahead how far ahead the last process may have put what it had under way
   */
  void start(Duration ahead) {
    if (settings.alone()) find(loop.now().plus(ahead).toEpochMilli(), null);
    else sweep();
  }

  void stop() {
    stopped = true;
    waiting = null;
    if (next != null) next.cancel();
  }

  private void sweep() {
    if (stopped) return;
    Instant now = loop.now();
    Duration grace = settings.alone() ? GRACE_ALONE : GRACE;
    long before = now.minus(grace).toEpochMilli();
    if (settings.alone()) find(before, null);
    else claim(before, now);
  }

  private void find(long before, @Nullable String after) {
    loop.when(
        store.find(collection, new Query(index, Map.of(), null, before, after, PAGE)),
        (page, failure) -> {
          if (page == null || !take(page.documents()) || page.next() == null) pause();
          else whenRoom(() -> find(before, page.next()));
        });
  }

  private void claim(long before, Instant now) {
    Query due = new Query(index, Map.of(), null, before, null, PAGE);
    loop.when(
        store.claim(collection, due, settings.process(), now, HOLD),
        (leases, failure) -> {
          List<Document> found = new ArrayList<>();
          if (leases != null) for (Lease lease : leases) found.add(lease.document());
          if (!take(found) || found.size() < PAGE) pause();
          else whenRoom(this::sweep);
        });
  }

  private boolean take(List<Document> found) {
    for (Document document : found) {
      if (stopped) return false;
      inFlight++;
      if (!finder.found(document, () -> loop.execute(this::done))) {
        inFlight--;
        return false;
      }
    }
    return true;
  }

  private void done() {
    inFlight--;
    if (waiting != null) whenRoom(waiting);
  }

  private void whenRoom(Runnable more) {
    if (stopped) return;
    boolean room = inFlight <= IN_FLIGHT - PAGE;
    waiting = room ? null : more;
    if (room) more.run();
  }

  private void pause() {
    if (!stopped) next = loop.after(PERIOD, this::sweep);
  }
}
