package ma.jisr.gateway.unresolved;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Loop;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.store.DayPart;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The writer of a process's share of the review list: gathers rows behind the turns and writes them
 * in blocks. It is a sample, bounded for each person and for the process; what is left out is
 * counted. Rows that are gathered when the process is killed are lost.
 */
public final class ReviewList implements Review {
  /** How long rows gather: nobody waits for them. */
  static final Duration GATHER = Duration.ofSeconds(5);

  /** Pause before a write that failed is tried again. */
  static final Duration AGAIN = Duration.ofSeconds(10);

  /** Rows of one person in a clock hour: who tries on and on is one person still. */
  static final int PERSON_HOUR = 5;

  /** Rows of this process in a minute: 43,200 a day, more than anybody reads. */
  static final int MINUTE = 30;

  /** Most rows that wait for a store that does not write: half an hour's. */
  static final int MOST = 900;

  private static final long MINUTE_MILLIS = 60_000;
  private static final long MINUTES_OF_HOUR = 60;

  private final Loop loop;
  private final Store store;
  private final Blocks blocks;
  private final Secrets secrets;
  private final Function<String, List<String>> unknown;
  private final Counters counters;
  private final String process;

  /** The minute of which no more rows are taken. */
  private volatile long full = -1;

  private long minute = -1;
  private int taken;
  private final Map<String, Integer> byPerson = new HashMap<>();
  private List<Row> gathered = new ArrayList<>();
  private boolean writing;
  private Loop.@Nullable Cancel timer;
  private long written;
  private CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);

  /**
   * @param unknown the words of a masked text that no list knows
   * @param process this process's id, new at each start
   */
  public ReviewList(
      Loop loop,
      Store store,
      Secrets secrets,
      Function<String, List<String>> unknown,
      Counters counters,
      String process) {
    this.loop = loop;
    this.store = store;
    this.blocks = new Blocks(store, secrets);
    this.secrets = secrets;
    this.unknown = unknown;
    this.counters = counters;
    this.process = process;
  }

  @Override
  public void take(Unclear unclear) {
    if (minute(loop.now()) == full) over("minute");
    else loop.execute(() -> add(unclear));
  }

  private void add(Unclear unclear) {
    long now = minute(loop.now());
    if (now != minute) turn(now);
    if (unclear.text().isEmpty()) over("nothing");
    else if (taken == MINUTE) {
      full = now;
      over("minute");
    } else if (byPerson.getOrDefault(unclear.person(), 0) == PERSON_HOUR) over("person");
    else if (gathered.size() == MOST) counters.count("unresolved.lost");
    else {
      taken++;
      byPerson.merge(unclear.person(), 1, Integer::sum);
      gathered.add(Row.of(unclear, unknown, secrets));
      counters.count("unresolved.taken");
      if (timer == null && !writing) timer = loop.after(GATHER, this::write);
    }
  }

  private void turn(long now) {
    if (now / MINUTES_OF_HOUR != minute / MINUTES_OF_HOUR) byPerson.clear();
    minute = now;
    taken = 0;
  }

  /** What bound keeps it out: a person's, the minute's, or that nothing was left under masks. */
  private void over(String bound) {
    counters.count("unresolved.over", Map.of("bound", bound));
  }

  private static long minute(Instant instant) {
    return instant.toEpochMilli() / MINUTE_MILLIS;
  }

  /** Writes what waits; completes when all that was taken before is durable. */
  public CompletableFuture<Void> flush() {
    CompletableFuture<Void> all = new CompletableFuture<>();
    loop.execute(() -> flush(all));
    return all;
  }

  private void flush(CompletableFuture<Void> all) {
    if (!writing) write();
    loop.when(
        settled,
        (done, failure) -> {
          if (gathered.isEmpty()) all.complete(null);
          else flush(all);
        });
  }

  private void write() {
    if (timer != null) timer.cancel();
    timer = null;
    if (writing || gathered.isEmpty()) return;
    List<Row> going = gathered;
    gathered = new ArrayList<>();
    writing = true;
    settled = new CompletableFuture<>();
    Document block = blocks.block(process + '-' + written++, going);
    insert(DayPart.at(Blocks.COLLECTION, loop.now()).name(), block);
  }

  /** Under the same id each time: an insert that had been made is not made again. */
  private void insert(String part, Document block) {
    loop.when(
        store.insert(part, List.of(block), Priority.BACKGROUND),
        (outcomes, failure) -> {
          if (outcomes == null || outcomes.contains(Outcome.UNKNOWN)) {
            counters.count("unresolved.retried");
            loop.after(AGAIN, () -> insert(part, block));
            return;
          }
          writing = false;
          settled.complete(null);
          if (!gathered.isEmpty() && timer == null) timer = loop.after(GATHER, this::write);
        });
  }
}
