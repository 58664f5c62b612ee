package ma.jisr.map.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import ma.jisr.store.Document;
import ma.jisr.store.Query;
import ma.jisr.store.Store;

/**
 * The documents of a collection as readers are to see them: all of a published batch or nothing of
 * it, also while its documents are being written, and after a process has died doing so. Blocks.
 */
public final class BatchView {
  /** Documents read at once: some 300 KB. */
  private static final int PAGE = 500;

  private final Store store;
  private final Heads heads;
  private final Chunks chunks;

  public BatchView(Store store) {
    this.store = store;
    this.heads = new Heads(store);
    this.chunks = new Chunks(store);
  }

  /** All documents, by id. */
  public Map<String, Document> read(String collection) {
    return read(collection, () -> scan(collection));
  }

  /** Those of these ids that there are. */
  public Map<String, Document> read(String collection, Collection<String> ids) {
    List<String> wanted = List.copyOf(ids);
    Map<String, Document> seen = read(collection, () -> fetch(collection, wanted));
    seen.keySet().retainAll(wanted);
    return seen;
  }

  /**
   * Something that differs when a batch has been published or undone since: for who looks whether
   * to read again.
   */
  public Map<String, Long> marks(String collection) {
    return marks(collection, heads.all());
  }

  /**
   * All documents by id, without blocking the caller: only where a batch is pending, which is rare
   * and short, the worker waits for its changes.
   */
  public CompletableFuture<Map<String, Document>> read(String collection, Executor worker) {
    return heads
        .later()
        .thenCompose(
            before ->
                scan(collection, "", new LinkedHashMap<>())
                    .thenCompose(
                        seen ->
                            heads
                                .later()
                                .thenCompose(
                                    after -> lay(collection, before, after, seen, worker))));
  }

  private CompletableFuture<Map<String, Document>> lay(
      String collection,
      List<Batch> before,
      List<Batch> after,
      Map<String, Document> seen,
      Executor worker) {
    List<Batch> moved = moved(marks(collection, before), of(collection, after));
    if (moved.isEmpty()) return CompletableFuture.completedFuture(seen);
    return CompletableFuture.supplyAsync(() -> laid(moved, seen), worker);
  }

  private CompletableFuture<Map<String, Document>> scan(
      String collection, String after, Map<String, Document> sofar) {
    return store
        .scan(collection, after, PAGE)
        .thenCompose(
            page -> {
              page.forEach(document -> sofar.put(document.id(), document));
              return page.size() < PAGE
                  ? CompletableFuture.completedFuture(sofar)
                  : scan(collection, page.getLast().id(), sofar);
            });
  }

  private static Map<String, Long> marks(String collection, List<Batch> batches) {
    Map<String, Long> marks = new HashMap<>();
    of(collection, batches).forEach(batch -> marks.put(batch.id(), batch.version()));
    return marks;
  }

  private static List<Batch> of(String collection, List<Batch> batches) {
    return batches.stream().filter(b -> b.collection().equals(collection)).toList();
  }

  /**
   * The heads are read before and after. What was pending then, or has moved meanwhile, is laid
   * over what was read: changes know by a document's version whether it has them.
   */
  private Map<String, Document> read(String collection, Supplier<Map<String, Document>> stored) {
    Map<String, Long> before = marks(collection);
    Map<String, Document> seen = stored.get();
    return laid(moved(before, of(collection, heads.all())), seen);
  }

  private static List<Batch> moved(Map<String, Long> before, List<Batch> after) {
    return after.stream()
        .filter(b -> b.state().isPending() || !Long.valueOf(b.version()).equals(before.get(b.id())))
        .filter(b -> b.published() != null && b.state() != Batch.State.SWEPT)
        .sorted(Comparator.comparing(Keeping::since).thenComparing(Batch::id))
        .toList();
  }

  private Map<String, Document> laid(List<Batch> moved, Map<String, Document> seen) {
    for (Batch batch : moved) chunks.each(batch, changes -> lay(batch, changes, seen));
    return seen;
  }

  private static void lay(Batch batch, List<Change> changes, Map<String, Document> seen) {
    Way way = Way.of(batch.state());
    for (Change change : changes) {
      Document next = way.seen(batch, change, seen.get(change.id()));
      if (next == null) seen.remove(change.id());
      else seen.put(change.id(), next);
    }
  }

  private Map<String, Document> scan(String collection) {
    Map<String, Document> all = new LinkedHashMap<>();
    List<Document> page = Answers.of(store.scan(collection, "", PAGE));
    while (!page.isEmpty()) {
      page.forEach(document -> all.put(document.id(), document));
      if (page.size() < PAGE) break;
      page = Answers.of(store.scan(collection, page.getLast().id(), PAGE));
    }
    return all;
  }

  private Map<String, Document> fetch(String collection, List<String> ids) {
    Map<String, Document> found = new LinkedHashMap<>();
    List<String> rest = new ArrayList<>(ids);
    while (!rest.isEmpty()) {
      List<String> some = rest.subList(0, Math.min(Query.MAX_LIMIT, rest.size()));
      found.putAll(Answers.of(store.getAll(collection, some)));
      some.clear();
    }
    return found;
  }
}
