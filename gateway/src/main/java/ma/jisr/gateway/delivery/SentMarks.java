package ma.jisr.gateway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import ma.jisr.base.Loop;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Page;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The sent-marks of all links: gathered for at most {@link #GATHER}, then written in one batch, and
 * read by whoever would send a message that an earlier process or another node may have sent. What
 * is not written yet is found, too.
 */
public final class SentMarks {
  /** Where they are kept. */
  public static final String COLLECTION = "marks";

  /** How long a mark waits for company: after a kill, what was taken within it is sent again. */
  public static final Duration GATHER = Duration.ofMillis(20);

  /** Most marks of one batch: it is written at once when it has so many. */
  public static final int BATCH = 1_000;

  /** How long marks are kept: a message lives 24 h, and so does its receipt after that. */
  public static final Duration KEPT = Duration.ofDays(2);

  /**
   * Most marks that wait for a store which does not answer, about 30 MB. It does not take turns
   * then either, so that nothing new is sent.
   */
  static final int MOST_UNWRITTEN = 100_000;

  /** Between two tries to write a batch. */
  static final Duration AGAIN = Duration.ofSeconds(1);

  /**
   * By the message, the instant until which it is of use first: so the index grows at its end. One
   * by person, anywhere in it, took two thirds of what a mark cost (decision 0186).
   */
  private static final String BY_MESSAGE = "message";

  private static final String BY_AGE = "at";

  private final Loop loop;
  private final Store store;
  private final Counters counters;
  private final Queue<Mark> gathered = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();

  /** Not durable yet, by id; confined to the loop. */
  private final Map<String, Mark> unwritten = new HashMap<>();

  private Consumer<List<Mark>> durable = marks -> {};

  public SentMarks(Loop loop, Store store, Counters counters) {
    this.loop = loop;
    this.store = store;
    this.counters = counters;
  }

  /** To be declared when the store is opened. */
  public static List<CollectionSpec> specs() {
    return List.of(
        new CollectionSpec(
            COLLECTION,
            Area.BULK,
            List.of(
                new IndexSpec(BY_MESSAGE, List.of("until", "entry"), "at"),
                new IndexSpec(BY_AGE, List.of(), "at"))));
  }

  /** How long they are kept. */
  public static Retention retention() {
    return Retention.since(specs().getFirst(), BY_AGE, KEPT);
  }

  /** Tells every batch, on the loop, once it is durable. */
  void whenDurable(Consumer<List<Mark>> told) {
    durable = told;
  }

  /** Takes a mark. Callable from any thread; never blocks. */
  public void taken(Mark mark) {
    gathered.add(mark);
    int now = waiting.incrementAndGet();
    if (now == 1) loop.after(GATHER, this::flush);
    else if (now == BATCH) loop.execute(this::flush);
  }

  private void flush() {
    List<Mark> batch = new ArrayList<>();
    List<Mark> named = new ArrayList<>();
    for (Mark mark = gathered.poll(); mark != null; mark = gathered.poll()) {
      waiting.decrementAndGet();
      if (unwritten.size() >= MOST_UNWRITTEN) counters.count("mark.lost");
      else if (unwritten.putIfAbsent(mark.id(), mark) == null) batch.add(mark);
      else if (unwritten.putIfAbsent(mark.idBeside(), mark) == null) named.add(mark);
      if (batch.size() == BATCH) {
        write(batch, false);
        batch = new ArrayList<>();
      }
    }
    if (!batch.isEmpty()) write(batch, false);
    if (!named.isEmpty()) write(named, true);
  }

  private void write(List<Mark> batch, boolean beside) {
    List<Document> rows = new ArrayList<>(batch.size());
    for (Mark mark : batch) rows.add(MarkRows.write(beside ? mark.idBeside() : mark.id(), mark));
    loop.when(
        store.insert(COLLECTION, rows, Priority.TURN),
        (outcomes, failure) -> {
          if (outcomes == null) loop.after(AGAIN, () -> write(batch, beside));
          else written(batch, outcomes, beside);
        });
  }

  /** A name that is taken is another message's, or this mark has been written before. */
  private void written(List<Mark> batch, List<Outcome> outcomes, boolean beside) {
    List<Mark> kept = new ArrayList<>(batch.size());
    List<Mark> named = new ArrayList<>();
    List<Mark> unknown = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Mark mark = batch.get(i);
      switch (outcomes.get(i)) {
        case INSERTED -> kept.add(mark);
        case EXISTS -> (beside ? kept : named).add(mark);
        default -> unknown.add(mark);
      }
    }
    for (Mark mark : kept) {
      unwritten.remove(mark.id(), mark);
      unwritten.remove(mark.idBeside(), mark);
    }
    if (!kept.isEmpty()) durable.accept(kept);
    if (!named.isEmpty()) write(named, true);
    if (!unknown.isEmpty()) loop.after(AGAIN, () -> write(unknown, beside));
  }

  /**
   * Tells the marks of these messages; null when the store does not answer. On the caller's loop.
   */
  void of(List<OutboxEntry> messages, Loop caller, Consumer<@Nullable List<Mark>> told) {
    Map<String, Instant> entries = HashMap.newHashMap(messages.size());
    for (OutboxEntry message : messages) entries.put(message.id(), message.until());
    caller.when(of(entries), (marks, failure) -> told.accept(marks));
  }

  /**
   * The marks of messages; failed when the store does not answer. Callable from any thread.
   *
   * @param messages by entry, at most {@link Query#MAX_LIMIT}, each with the instant until which it
   *     is of use
   */
  public CompletableFuture<List<Mark>> of(Map<String, Instant> messages) {
    CompletableFuture<List<Mark>> all = new CompletableFuture<>();
    loop.execute(
        () -> {
          List<Mark> found = new ArrayList<>();
          for (Mark mark : gathered) if (messages.containsKey(mark.entry())) found.add(mark);
          for (Mark mark : unwritten.values())
            if (messages.containsKey(mark.entry())) found.add(mark);
          List<Query> queries = new ArrayList<>(messages.size());
          messages.forEach((entry, until) -> queries.add(of(entry, until)));
          var unused =
              store
                  .findEach(COLLECTION, queries)
                  .whenComplete(
                      (stored, failure) -> {
                        if (failure == null) all.complete(with(found, stored));
                        else all.completeExceptionally(failure);
                      });
        });
    return all;
  }

  private static Query of(String entry, Instant until) {
    Map<String, Object> one = Map.of("until", until.toEpochMilli(), "entry", entry);
    return new Query(BY_MESSAGE, one, null, null, null, Query.MAX_LIMIT);
  }

  private static List<Mark> with(List<Mark> found, List<Page> stored) {
    for (Page page : stored)
      for (Document row : page.documents()) {
        Mark mark = MarkRows.read(row);
        if (mark != null) found.add(mark);
      }
    return found;
  }

  /** Tells which of these ids have marks, those just taken included. On the loop. */
  void find(List<String> ids, BiConsumer<Map<String, Mark>, @Nullable Throwable> told) {
    flush();
    Map<String, Mark> found = new HashMap<>();
    List<String> unknown = new ArrayList<>();
    for (String id : ids) {
      Mark mark = unwritten.get(id);
      if (mark == null) unknown.add(id);
      else found.put(id, mark);
    }
    if (unknown.isEmpty()) {
      told.accept(found, null);
      return;
    }
    loop.when(
        store.getAll(COLLECTION, unknown),
        (rows, failure) -> {
          if (rows != null)
            rows.forEach(
                (id, row) -> {
                  Mark mark = MarkRows.read(row);
                  if (mark != null) found.put(id, mark);
                });
          told.accept(found, failure);
        });
  }
}
