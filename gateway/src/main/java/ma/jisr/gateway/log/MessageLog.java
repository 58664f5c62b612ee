package ma.jisr.gateway.log;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.DayPart;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The writer of one loop's share of the message log: gathers rows and writes them behind the turns,
 * a block for each {@link Block#of bucket} of pseudonyms. A row can be written twice after a crash;
 * whoever reads takes equal rows for one. Confined to its loop.
 */
public final class MessageLog {
  /** The daily collection of the blocks. */
  public static final String COLLECTION = "messages";

  /** How long rows gather: a block of many costs little more than one of few. */
  static final Duration GATHER = Duration.ofMillis(250);

  /** Pause before a write that failed is tried again. */
  static final Duration AGAIN = Duration.ofSeconds(1);

  /** Rows that bring the next write forward. */
  private static final int MANY = 5_000;

  /** Most rows waiting, some 20 MB; beyond, turns' rows stay in their documents. */
  static final int MOST = 100_000;

  private final Loop loop;
  private final Store store;
  private final Counters counters;
  private final String writer;
  private Gathered gathered = new Gathered();
  private @Nullable Gathered flying;
  private Loop.@Nullable Cancel timer;
  private long refusedSince = Long.MAX_VALUE;
  private long blocks;
  private CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);

  /** Who rides a turn's row in a document until it is copied. */
  @FunctionalInterface
  public interface Copied {
    /** The row is durable in the log. On the loop. */
    void copied(LogRow row);
  }

  /** What waits for one write. */
  private static final class Gathered {
    final Block[] blocks = new Block[Block.BUCKETS];
    final List<Copied> owners = new ArrayList<>();
    final List<LogRow> rows = new ArrayList<>();
    final Map<String, List<LogRow>> changes = new HashMap<>();
    long since = Long.MAX_VALUE;
    int count;
  }

  /**
   * @param writer unique among the writers of all processes: a process's id and a lane's number
   */
  public MessageLog(Loop loop, Store store, Counters counters, String writer) {
    this.loop = loop;
    this.store = store;
    this.counters = counters;
    this.writer = writer;
  }

  /** To be declared when the store is opened. */
  public static CollectionSpec spec() {
    return CollectionSpec.daily(COLLECTION, Area.BULK);
  }

  /**
   * Takes a turn's row; false when too many wait, and the row has to stay where it is.
   *
   * @param pseudonym of the person
   */
  public boolean turn(String pseudonym, LogRow row, Copied owner) {
    if (gathered.count >= MOST) {
      refusedSince = Math.min(refusedSince, row.at().toEpochMilli());
      counters.count("log.behind");
      return false;
    }
    gathered.owners.add(owner);
    gathered.rows.add(row);
    add(pseudonym, row); // which may write at once
    return true;
  }

  /**
   * Appends what became of a message: taken, refused with a status, delivered by receipt … The same
   * change told twice is one.
   *
   * @param pseudonym of the person
   * @param entry the outbox entry's id
   * @param state a few words of ASCII, never a text or a number of a person's
   */
  public void changed(String pseudonym, String entry, String state, Instant at) {
    if (gathered.count >= MOST) {
      counters.count("log.lost");
      return;
    }
    LogRow row = LogRow.state(at, entry, state);
    gathered.changes.computeIfAbsent(pseudonym, each -> new ArrayList<>(1)).add(row);
    add(pseudonym, row);
  }

  /** What has become of a person's messages and is not known to be durable, oldest first. */
  public List<LogRow> changes(String pseudonym) {
    List<LogRow> news = gathered.changes.getOrDefault(pseudonym, List.of());
    List<LogRow> written =
        flying == null ? List.of() : flying.changes.getOrDefault(pseudonym, List.of());
    if (written.isEmpty()) return news;
    List<LogRow> all = new ArrayList<>(written);
    all.addAll(news);
    return all;
  }

  /**
   * The moment before which every row that this log was given is durable: a row of a document that
   * this process wrote earlier need not be copied again.
   */
  public Instant durableUntil() {
    long since = Math.min(gathered.since, refusedSince);
    if (flying != null) since = Math.min(since, flying.since);
    return since == Long.MAX_VALUE ? loop.now() : Instant.ofEpochMilli(since);
  }

  /** Writes what waits; completes when it and what is being written is durable. */
  public CompletableFuture<Void> flush() {
    if (flying == null) write();
    else if (gathered.count > 0) return settled.thenCompose(done -> again());
    return settled;
  }

  private CompletableFuture<Void> again() {
    CompletableFuture<Void> all = new CompletableFuture<>();
    loop.execute(
        () -> {
          var unused = flush().thenRun(() -> all.complete(null));
        });
    return all;
  }

  private void add(String pseudonym, LogRow row) {
    int bucket = Block.of(pseudonym);
    Block block = gathered.blocks[bucket];
    if (block == null) gathered.blocks[bucket] = block = new Block();
    block.add(pseudonym, row.line());
    gathered.since = Math.min(gathered.since, row.at().toEpochMilli());
    gathered.count++;
    if (gathered.count >= MANY && flying == null) write();
    else if (timer == null && flying == null) timer = loop.after(GATHER, this::write);
  }

  private void write() {
    if (timer != null) timer.cancel();
    timer = null;
    if (flying != null || gathered.count == 0) return;
    Gathered going = gathered;
    gathered = new Gathered();
    flying = going;
    settled = new CompletableFuture<>();
    Instant now = loop.now();
    List<Document> documents = new ArrayList<>();
    for (int bucket = 0; bucket < Block.BUCKETS; bucket++)
      if (going.blocks[bucket] != null) {
        String id = Block.id(bucket, now, writer + '-' + blocks++);
        documents.add(new Document(id, 0, writer, going.blocks[bucket].json()));
      }
    insert(DayPart.at(COLLECTION, now).name(), documents, going);
  }

  private void insert(String part, List<Document> documents, Gathered going) {
    loop.when(
        store.insert(part, documents, Priority.BACKGROUND),
        (outcomes, failure) -> {
          if (outcomes == null || outcomes.contains(Outcome.UNKNOWN)) {
            counters.count("log.retried");
            loop.after(AGAIN, () -> insert(part, documents, going));
          } else {
            written(going);
          }
        });
  }

  private void written(Gathered going) {
    flying = null;
    for (int i = 0; i < going.rows.size(); i++) going.owners.get(i).copied(going.rows.get(i));
    settled.complete(null);
    if (gathered.count > 0 && timer == null)
      if (gathered.count >= MANY) write();
      else timer = loop.after(GATHER, this::write);
  }
}
