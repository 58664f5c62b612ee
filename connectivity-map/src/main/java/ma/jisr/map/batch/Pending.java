package ma.jisr.map.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import ma.jisr.map.batch.Way.Standing;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;

/**
 * What batches say of single documents that are published or being undone, and not yet written into
 * them: for who reads or changes a few. Where none is, which is nearly always, it costs one small
 * read. Never blocks.
 */
public final class Pending {
  /** Writings of a document that others keep changing. */
  private static final int TRIES = 8;

  private final Store store;
  private final Heads heads;
  private final Chunks chunks;

  public Pending(Store store) {
    this.store = store;
    this.heads = new Heads(store);
    this.chunks = new Chunks(store);
  }

  /** The documents of these ids as readers are to see them, by id; without those seen by nobody. */
  public CompletableFuture<Map<String, Document>> read(String collection, Collection<String> ids) {
    TreeSet<String> sorted = new TreeSet<>(ids);
    return heads
        .pending(collection)
        .thenCompose(
            batches -> {
              CompletableFuture<Map<String, Document>> seen = stored(collection, sorted);
              for (Batch batch : batches)
                seen =
                    seen.thenCompose(
                        below -> changes(batch, sorted).thenApply(c -> laid(batch, c, below)));
              return seen;
            });
  }

  private static Map<String, Document> laid(
      Batch batch, List<Change> changes, Map<String, Document> below) {
    for (Change change : changes) {
      Document now = Way.of(batch.state()).seen(batch, change, below.get(change.id()));
      if (now == null) below.remove(change.id());
      else below.put(change.id(), now);
    }
    return below;
  }

  /**
   * A document for who is going to change it: what a batch says of it is written first, as it would
   * be anyway.
   */
  public CompletableFuture<Optional<Document>> settled(String collection, String id) {
    return heads
        .pending(collection)
        .thenCompose(
            batches -> {
              CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
              for (Batch batch : batches) done = done.thenCompose(_ -> settled(batch, id));
              return done;
            })
        .thenCompose(_ -> store.get(collection, id));
  }

  private CompletableFuture<Void> settled(Batch batch, String id) {
    return changes(batch, new TreeSet<>(List.of(id)))
        .thenCompose(
            changes ->
                changes.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : settled(batch, changes.getFirst(), TRIES));
  }

  /** Outcomes are not believed but looked at. */
  private CompletableFuture<Void> settled(Batch batch, Change change, int tries) {
    Way way = Way.of(batch.state());
    return store
        .get(batch.collection(), change.id())
        .thenCompose(
            found -> {
              if (way.standing(batch, change, found.orElse(null)) != Standing.OPEN)
                return CompletableFuture.completedFuture(null);
              if (tries == 0)
                return CompletableFuture.failedFuture(
                    new StoreException(
                        StoreException.Kind.BUSY,
                        "batch " + batch.id() + " is being written: again later"));
              return write(batch, way, change).thenCompose(_ -> settled(batch, change, tries - 1));
            });
  }

  private CompletableFuture<?> write(Batch batch, Way way, Change change) {
    Document next = way.written(batch, change);
    if (next == null)
      return store.deleteIf(batch.collection(), change.id(), change.base() + 1, Priority.TURN);
    return next.version() == 0
        ? store.insert(batch.collection(), List.of(next), Priority.TURN)
        : store.replaceIf(batch.collection(), next, Priority.TURN);
  }

  private CompletableFuture<Map<String, Document>> stored(
      String collection, Collection<String> ids) {
    List<String> rest = new ArrayList<>(ids);
    CompletableFuture<Map<String, Document>> all =
        CompletableFuture.completedFuture(new HashMap<>());
    for (int from = 0; from < rest.size(); from += Query.MAX_LIMIT) {
      List<String> some = rest.subList(from, Math.min(rest.size(), from + Query.MAX_LIMIT));
      all =
          all.thenCompose(
              sofar ->
                  store
                      .getAll(collection, some)
                      .thenApply(
                          found -> {
                            sofar.putAll(found);
                            return sofar;
                          }));
    }
    return all;
  }

  // ---- a batch's changes lie in the order of their ids

  /** What a batch does to these documents. */
  private CompletableFuture<List<Change>> changes(Batch batch, SortedSet<String> ids) {
    if (ids.isEmpty()) return CompletableFuture.completedFuture(List.of());
    return first(batch, 0, batch.chunks(), ids.first())
        .thenCompose(number -> from(batch, number, ids, new ArrayList<>()));
  }

  /** The first chunk, of those from a number to below another, that reaches an id. */
  private CompletableFuture<Integer> first(Batch batch, int low, int high, String id) {
    if (low >= high) return CompletableFuture.completedFuture(low);
    int middle = (low + high) >>> 1;
    return chunks
        .later(batch, middle)
        .thenCompose(
            some ->
                some.getLast().id().compareTo(id) < 0
                    ? first(batch, middle + 1, high, id)
                    : first(batch, low, middle, id));
  }

  private CompletableFuture<List<Change>> from(
      Batch batch, int number, SortedSet<String> ids, List<Change> sofar) {
    if (number >= batch.chunks()) return CompletableFuture.completedFuture(sofar);
    return chunks
        .later(batch, number)
        .thenCompose(
            some -> {
              for (Change change : some) if (ids.contains(change.id())) sofar.add(change);
              return some.getLast().id().compareTo(ids.last()) >= 0
                  ? CompletableFuture.completedFuture(sofar)
                  : from(batch, number + 1, ids, sofar);
            });
  }
}
