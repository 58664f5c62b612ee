package ma.jisr.store.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import ma.jisr.store.Catalog;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.DayPart;
import ma.jisr.store.Document;
import ma.jisr.store.Lease;
import ma.jisr.store.Outcome;
import ma.jisr.store.Page;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import org.bson.BsonDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The store on MongoDB, for many processes; see the package for how a document is kept. */
public final class MongoStore implements Store {
  /** Longest wait of {@link #close} for queued writes, seconds. */
  private static final long CLOSING = 30;

  private static final Logger LOG = LoggerFactory.getLogger(MongoStore.class);

  private final Catalog catalog;
  private final Client client;
  private final Map<String, Kept> collections = new ConcurrentHashMap<>();
  private volatile boolean closed;

  /** What one collection needs. */
  private record Kept(MongoReads reads, MongoWrites writes, Batches batches) {}

  private MongoStore(Catalog catalog, Client client) {
    this.catalog = catalog;
    this.client = client;
    for (CollectionSpec spec : catalog.specs())
      if (!spec.daily()) collections.put(spec.name(), kept(spec.name()));
  }

  private Kept kept(String name) {
    MongoCollection<BsonDocument> collection = client.collection(name);
    return new Kept(
        new MongoReads(collection), new MongoWrites(collection), new Batches(collection));
  }

  /**
   * Connects and makes the declared indexes; waits for both.
   *
   * @param uri with a database: {@code mongodb://a,b,c/jisr?replicaSet=rs}; less than {@code
   *     w=majority&journal=true} is refused
   * @throws StoreException UNREACHABLE within some seconds when no server answers, INVALID
   */
  public static MongoStore open(String uri, List<CollectionSpec> specs) {
    Catalog catalog = new Catalog(specs);
    Client client = Client.of(uri);
    try {
      client.makeIndexes(specs);
      return new MongoStore(catalog, client);
    } catch (RuntimeException e) {
      client.close();
      throw e;
    }
  }

  @Override
  public CompletableFuture<List<Outcome>> insert(
      String collection, List<Document> documents, Priority priority) {
    return call(
        collection,
        kept -> {
          Catalog.checkInsert(documents);
          List<Item> items = documents.stream().map(Item::of).toList();
          kept.batches().add(items, priority);
          return CompletableFuture.allOf(
                  items.stream().map(Item::answer).toArray(CompletableFuture<?>[]::new))
              .thenApply(all -> items.stream().map(item -> item.answer().join()).toList());
        });
  }

  @Override
  public CompletableFuture<List<LocalDate>> days(String collection) {
    return attempt(
        () ->
            parts(catalog.daily(collection))
                .thenApply(parts -> parts.stream().map(DayPart::day).toList()));
  }

  @Override
  public CompletableFuture<Integer> drop(String collection, LocalDate before) {
    return attempt(
        () ->
            parts(catalog.daily(collection))
                .thenCompose(
                    parts ->
                        client.drop(
                            parts.stream()
                                .filter(part -> part.day().isBefore(before))
                                .map(DayPart::name)
                                .toList())));
  }

  private CompletableFuture<List<DayPart>> parts(CollectionSpec daily) {
    return client.names().thenApply(names -> catalog.parts(daily.name(), names));
  }

  @Override
  public CompletableFuture<Outcome> replaceIf(String collection, Document next, Priority priority) {
    return change(
        collection,
        kept -> {
          Catalog.checkDocument(next, 1);
          Item item = Item.of(next);
          kept.batches().add(List.of(item), priority);
          return item.answer();
        });
  }

  @Override
  public CompletableFuture<Outcome> deleteIf(
      String collection, String id, long version, Priority priority) {
    return change(
        collection,
        kept -> {
          Catalog.checkId(id);
          return kept.writes().delete(id, version);
        });
  }

  @Override
  public CompletableFuture<Optional<Document>> get(String collection, String id) {
    return call(collection, kept -> kept.reads().get(id));
  }

  @Override
  public CompletableFuture<Map<String, Document>> getAll(String collection, List<String> ids) {
    return call(
        collection,
        kept -> {
          Catalog.checkIds(ids);
          return kept.reads().all(List.copyOf(ids));
        });
  }

  @Override
  public CompletableFuture<Page> find(String collection, Query query) {
    return call(collection, kept -> kept.reads().find(catalog.index(collection, query), query));
  }

  @Override
  public CompletableFuture<List<Document>> scan(String collection, String after, int limit) {
    return call(
        collection,
        kept -> {
          Catalog.checkLimit(limit);
          return kept.reads().scan(after, limit);
        });
  }

  @Override
  public CompletableFuture<Long> count(String collection, Query query, long bound) {
    return call(
        collection, kept -> kept.reads().count(catalog.index(collection, query), query, bound));
  }

  @Override
  public CompletableFuture<List<Lease>> claim(
      String collection, Query query, String holder, Instant now, Duration hold) {
    return change(
        collection,
        kept -> kept.writes().claim(catalog.index(collection, query), query, holder, now, hold));
  }

  @Override
  public CompletableFuture<Boolean> renew(String collection, Lease lease, Instant until) {
    return change(collection, kept -> kept.writes().lease(lease, until.toEpochMilli()));
  }

  @Override
  public CompletableFuture<Boolean> release(String collection, Lease lease) {
    return change(collection, kept -> kept.writes().lease(lease, 0));
  }

  @Override
  public CompletableFuture<Integer> deleteRange(
      String collection, String index, Object before, int limit) {
    return change(
        collection,
        kept -> {
          IndexSpec by = catalog.retention(collection, index, before, limit);
          return kept.writes().deleteRange(by, before, limit);
        });
  }

  @Override
  public CompletableFuture<Void> merge(
      String collection, String id, Map<String, Object> fields, Priority priority) {
    return change(
        collection,
        kept -> {
          Catalog.checkId(id);
          return kept.writes().merge(id, Catalog.fieldTexts(fields));
        });
  }

  @Override
  public CompletableFuture<Void> increment(
      String collection, String id, Map<String, Long> deltas, Priority priority) {
    return change(
        collection,
        kept -> {
          Catalog.checkId(id);
          Catalog.checkFields(deltas.keySet());
          return kept.writes().increment(id, deltas);
        });
  }

  private <T> CompletableFuture<T> change(
      String collection, Function<Kept, CompletableFuture<T>> work) {
    return attempt(() -> work.apply(kept(catalog.changeable(collection))));
  }

  private <T> CompletableFuture<T> call(
      String collection, Function<Kept, CompletableFuture<T>> work) {
    return attempt(() -> work.apply(kept(catalog.collection(collection))));
  }

  /** The parts of days are made by MongoDB itself when the first document comes. */
  private Kept kept(CollectionSpec spec) {
    // A driver that has been closed answers nobody: whoever asked would wait for ever.
    if (closed) throw new StoreException(StoreException.Kind.CLOSED, "the store has been closed");
    return collections.computeIfAbsent(spec.name(), this::kept);
  }

  /** Whatever goes wrong, at once or later, the future fails with a StoreException. */
  private static <T> CompletableFuture<T> attempt(Supplier<CompletableFuture<T>> work) {
    try {
      return Faults.told(work.get());
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(Faults.of(e));
    }
  }

  @Override
  public void close() {
    closed = true;
    CompletableFuture<?>[] ends =
        collections.values().stream()
            .map(kept -> kept.batches().close())
            .toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(ends).get(CLOSING, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      LOG.warn("closed although writes were waiting: they were not acknowledged", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      client.close();
    }
  }
}
