package ma.jisr.map.change;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import ma.jisr.base.Actor;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;

/**
 * Who changes what on the map, in one order for all nodes: the audit trail, and what other nodes
 * look at to see what is new. An entry is written before its change, so that no change is without
 * one, whatever dies in between; whoever reads it looks whether the change has come.
 *
 * <p>Numbers have no gaps: an entry takes the number behind the last one, by an insert that fails
 * when somebody else was quicker. So what lies behind the last number that was read is all that is
 * new, and no clock is asked. From any thread.
 */
public final class ChangeFeed {
  private static final String BY_AGE = "at";

  /** Its index is for retention. */
  public static final CollectionSpec SPEC =
      new CollectionSpec(
          "map_changes", CollectionSpec.Area.LIVE, List.of(new IndexSpec(BY_AGE, List.of(), "at")));

  /** How long the feed is kept, as the audit trail that it is: a year, for who asks late. */
  static final Duration KEEP = Duration.ofDays(366);

  /** Entries read at once. */
  static final int PAGE = 500;

  /** Tells a starting node where the end was lately; before all entries by its id. */
  private static final String HINT = "at";

  private static final String HINT_FIELD = "last";

  /** Between two hints: so many entries are skipped through at a start, and no more. */
  private static final int HINT_EVERY = 100;

  /** How often an insert whose fate is unknown is tried. */
  private static final int TRIES = 5;

  private final Store store;
  private final InstantSource clock;

  /** The highest number seen, by writing or reading; -1 before the first look. */
  private final AtomicLong last = new AtomicLong(-1);

  public ChangeFeed(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /**
   * Says that something is about to be changed; the change may be written when this has completed.
   * Repeated, it says so again, which harms nothing.
   *
   * @param writeId of the write that follows
   */
  public CompletableFuture<Change> append(
      Actor actor, String deed, Change.Subject subject, String id, String writeId) {
    return end()
        .thenCompose(
            end ->
                put(
                    new Change(
                        end + 1,
                        clock.instant(),
                        actor.id(),
                        actor.role(),
                        deed,
                        subject,
                        id,
                        writeId),
                    TRIES));
  }

  private CompletableFuture<Change> put(Change change, int tries) {
    return store
        .insert(SPEC.name(), List.of(ChangeJson.write(change)), Priority.TURN)
        .thenCompose(
            outcomes -> {
              if (outcomes.getFirst() == Outcome.INSERTED) return written(change);
              if (outcomes.getFirst() == Outcome.UNKNOWN && tries > 0)
                return put(change, tries - 1);
              return taken(change, tries);
            });
  }

  /** The number is taken: by this very entry, whose outcome was lost, or by somebody else's. */
  private CompletableFuture<Change> taken(Change change, int tries) {
    return store
        .get(SPEC.name(), ChangeJson.id(change.seq()))
        .thenCompose(
            found -> {
              if (found.isPresent() && ChangeJson.read(found.get()).equals(stored(change)))
                return written(change);
              last.accumulateAndGet(found.isPresent() ? change.seq() : -1, Math::max);
              return skip(change.seq() - (found.isPresent() ? 0 : 1))
                  .thenCompose(end -> put(at(change, end + 1), tries));
            });
  }

  /** As it is read back: the clock of a document is of milliseconds. */
  private static Change stored(Change change) {
    return ChangeJson.read(ChangeJson.write(change));
  }

  private CompletableFuture<Change> written(Change change) {
    last.accumulateAndGet(change.seq(), Math::max);
    if (change.seq() % HINT_EVERY == 0) {
      // Only a hint: without it the next start reads a little more.
      var unused =
          store.merge(SPEC.name(), HINT, Map.of(HINT_FIELD, change.seq()), Priority.BACKGROUND);
    }
    return CompletableFuture.completedFuture(change);
  }

  private static Change at(Change change, long seq) {
    return new Change(
        seq,
        change.at(),
        change.actor(),
        change.role(),
        change.deed(),
        change.subject(),
        change.id(),
        change.writeId());
  }

  /** The number of the last entry, 0 when there is none; looked up once, then remembered. */
  public CompletableFuture<Long> end() {
    long known = last.get();
    return known >= 0 ? CompletableFuture.completedFuture(known) : hint().thenCompose(this::skip);
  }

  private CompletableFuture<Long> hint() {
    return store
        .get(SPEC.name(), HINT)
        .thenApply(found -> found.map(ChangeFeed::hinted).orElse(0L));
  }

  private static long hinted(Document hint) {
    return ChangeJson.number(hint, HINT_FIELD);
  }

  private CompletableFuture<Long> skip(long from) {
    return store
        .scan(SPEC.name(), ChangeJson.id(from), PAGE)
        .thenCompose(
            page -> {
              long end = page.isEmpty() ? from : ChangeJson.read(page.getLast()).seq();
              last.accumulateAndGet(end, Math::max);
              return page.size() < PAGE ? CompletableFuture.completedFuture(end) : skip(end);
            });
  }

  /** What lies behind a number, in order; at most {@link #PAGE} entries. */
  public CompletableFuture<List<Change>> after(long seq) {
    return store
        .scan(SPEC.name(), ChangeJson.id(seq), PAGE)
        .thenApply(
            page -> {
              List<Change> changes = new ArrayList<>(page.size());
              for (Document document : page) changes.add(ChangeJson.read(document));
              if (!changes.isEmpty()) last.accumulateAndGet(changes.getLast().seq(), Math::max);
              return changes;
            });
  }

  /** How long entries are kept. */
  public static Retention retention() {
    return Retention.step(
        SPEC,
        KEEP,
        (store, before, most) ->
            new ChangeFeed(store, InstantSource.fixed(before)).forget(before, most));
  }

  /**
   * Forgets entries of before an instant, the oldest first; gives how many. Where the end is stays
   * known when all of them go, so that no number is given twice.
   */
  CompletableFuture<Integer> forget(Instant before, int most) {
    Query old = new Query(BY_AGE, Map.of(), null, before.toEpochMilli(), null, 1);
    return store
        .find(SPEC.name(), old)
        .thenCompose(
            page ->
                page.documents().isEmpty()
                    ? CompletableFuture.completedFuture(0)
                    : forgetThose(before, most));
  }

  private CompletableFuture<Integer> forgetThose(Instant before, int most) {
    return end()
        .thenCompose(
            end -> store.merge(SPEC.name(), HINT, Map.of(HINT_FIELD, end), Priority.BACKGROUND))
        .thenCompose(done -> store.deleteRange(SPEC.name(), BY_AGE, before.toEpochMilli(), most));
  }
}
