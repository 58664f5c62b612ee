package ma.jisr.service.keeping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.store.Query;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who removes what has been kept long enough, of all collections: a page of each in turn, and again
 * of those that had a whole page, until nothing is left. Every node has one; what one has removed
 * the others find removed. One that fails holds up no other, and is tried again the next time. What
 * it tells are counts only. Works on its loop.
 */
public final class Sweeper {
  /**
   * From the end of a round to the next: nothing outlives its time by more, and a round's length.
   */
  public static final Duration PERIOD = Duration.ofMinutes(5);

  /**
   * Documents of one page, written as background: some 10 ms of a store's writer, in slices between
   * which turns go first.
   */
  static final int PAGE = Query.MAX_LIMIT / 2;

  /** Laps after which all are looked at again, however much there is of one of them. */
  private static final int ALL_AGAIN = 100;

  private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

  private final Loop loop;
  private final Store store;
  private final List<Retention> all;
  private final Told told;
  private final Rounds rounds;
  private final Map<String, Integer> gone = new TreeMap<>();
  private List<Retention> waiting = List.of();
  private int laps;
  private boolean failed;
  private boolean stopped;

  /** Who counts what it does. On the loop. */
  public interface Told {
    /** So many documents, or parts of a daily collection, are gone. */
    void swept(String collection, int many);

    /** A page was not removed, or it is not known. */
    void failed(String collection);
  }

  /**
   * @param retentions those that rooms see to themselves are passed over
   */
  public Sweeper(Loop loop, Store store, List<Retention> retentions, Told told) {
    this.loop = loop;
    this.store = store;
    this.all = retentions.stream().filter(Retention::swept).toList();
    this.told = told;
    this.rounds = new Rounds(loop, "what has been kept long enough");
  }

  /** From any thread. */
  public void start() {
    rounds.every(PERIOD, 1, this::lap);
  }

  /** From any thread. A page that is under way is the last. */
  public void stop() {
    rounds.stop();
    loop.execute(() -> stopped = true);
  }

  /** A page of each that may have more; how many of them still may. */
  private CompletableFuture<Integer> lap() {
    if (waiting.isEmpty() || ++laps % ALL_AGAIN == 0) waiting = all;
    CompletableFuture<Integer> done = new CompletableFuture<>();
    walk(waiting, 0, new ArrayList<>(), done);
    return done;
  }

  private void walk(
      List<Retention> lap, int from, List<Retention> more, CompletableFuture<Integer> done) {
    if (stopped || from == lap.size()) {
      waiting = more;
      if (more.isEmpty()) tell();
      done.complete(stopped ? 0 : more.size());
      return;
    }
    Retention one = lap.get(from);
    loop.when(
        page(one),
        (many, failure) -> {
          if (many == null) failed(one.spec().name(), failure);
          else if (many > 0) {
            gone.merge(one.spec().name(), many, Integer::sum);
            told.swept(one.spec().name(), many);
            if (many >= PAGE) more.add(one);
          }
          walk(lap, from + 1, more, done);
        });
  }

  private CompletableFuture<Integer> page(Retention one) {
    try {
      return one.remove(store, loop.now(), PAGE);
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void failed(String collection, @Nullable Throwable failure) {
    told.failed(collection);
    if (!failed) LOG.warn("{} and maybe more wait to be swept: {}", collection, name(failure));
    failed = true;
  }

  private static String name(@Nullable Throwable failure) {
    return failure == null ? "no answer" : failure.getClass().getSimpleName();
  }

  private void tell() {
    if (!gone.isEmpty()) LOG.info("kept long enough, and gone: {}", gone);
    gone.clear();
    failed = false;
  }
}
