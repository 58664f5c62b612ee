package ma.jisr.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.store.Document;
import ma.jisr.store.Page;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The one who finds complete messages that a crash has kept from becoming a turn, and lets parts go
 * that never became complete. Each row is looked at once a process, {@link #GRACE} after it came:
 * the last part of a set finds all the others.
 */
final class PartSweeper {
  /** Between two sweeps. */
  static final Duration PERIOD = Duration.ofSeconds(60);

  /** How long a set is left to those who take its parts: well above a slow write and clocks. */
  static final Duration GRACE = Duration.ofSeconds(30);

  private static final int PAGE = 200;

  private final Loop loop;
  private final Store store;
  private final Counters counters;
  private final Function<String, Parts> parts;
  private final Function<Acknowledgement, @Nullable Acknowledgement> admission;
  private final Map<String, Document> refused = new LinkedHashMap<>();
  private Loop.@Nullable Cancel next;
  private @Nullable Long from;
  private boolean stopped;

  /**
   * @param parts who takes the parts of a set
   * @param admission lets an input in; null when there is no room for it now
   */
  PartSweeper(
      Loop loop,
      Ground ground,
      Function<String, Parts> parts,
      Function<Acknowledgement, @Nullable Acknowledgement> admission) {
    this.loop = loop;
    this.store = ground.store();
    this.counters = ground.counters();
    this.parts = parts;
    this.admission = admission;
  }

  /** Looks at what an earlier process left, then sweeps. */
  void start() {
    sweep();
  }

  void stop() {
    stopped = true;
    if (next != null) next.cancel();
  }

  private void sweep() {
    Map<String, Document> again = new LinkedHashMap<>(refused);
    refused.clear();
    again.forEach(this::revisit);
    // A row's sort key is when it came plus its life.
    long to = loop.now().minus(GRACE).plus(Parts.LIFE).toEpochMilli();
    page(from, to, null);
  }

  private void page(@Nullable Long since, long to, @Nullable String after) {
    loop.when(
        store.find(
            SessionCollections.PARTS,
            new Query(SessionCollections.UNTIL, Map.of(), since, to, after, PAGE)),
        (page, failure) -> found(page, since, to));
  }

  private void found(@Nullable Page page, @Nullable Long since, long to) {
    if (page == null) {
      again();
      return;
    }
    Map<String, Document> sets = new LinkedHashMap<>();
    for (Document row : page.documents()) sets.putIfAbsent(PartCodec.setOf(row), row);
    sets.forEach(this::revisit);
    if (page.next() != null && !stopped) {
      page(since, to, page.next());
      return;
    }
    // What is too old already may still be complete: the first sweep gives it on before any goes.
    boolean first = from == null;
    from = to;
    if (first) again();
    else expire();
  }

  private void revisit(String set, Document row) {
    Acknowledgement late = admission.apply(new Late(set, row));
    if (late == null) refused.put(set, row);
    else parts.apply(set).revisit(row, late);
  }

  private void expire() {
    Instant now = loop.now();
    loop.when(
        store.deleteRange(
            SessionCollections.PARTS,
            SessionCollections.UNTIL,
            now.toEpochMilli(),
            Query.MAX_LIMIT),
        (gone, failure) -> {
          for (int i = 0; gone != null && i < gone; i++) counters.count("part.expired");
          again();
        });
  }

  private void again() {
    if (!stopped) next = loop.after(PERIOD, this::sweep);
  }

  /** Nobody waits for it: what was refused is given on again at the next sweep. */
  private final class Late implements Acknowledgement {
    private final String set;
    private final Document row;

    Late(String set, Document row) {
      this.set = set;
      this.row = row;
    }

    @Override
    public void accepted() {}

    @Override
    public void busy() {
      loop.execute(() -> refused.put(set, row));
    }
  }
}
