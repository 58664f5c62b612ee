package ma.jisr.map.batch;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import ma.jisr.store.Document;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a collection as readers are to see them: all of a published batch or nothing of
 * it, also while its documents are being written, and after a process has died doing so. Documents
 * are read page by page and given to a reader, which keeps of each what it needs.
 */
public final class BatchView {
  /** Documents read at once: some 500 KB. */
  private static final int PAGE = 500;

  private final Store store;
  private final Heads heads;
  private final Chunks chunks;

  public BatchView(Store store) {
    this.store = store;
    this.heads = new Heads(store);
    this.chunks = new Chunks(store);
  }

  /** All documents, by id. Blocks. */
  public Map<String, Document> read(String collection) {
    return read(collection, Optional::of);
  }

  /** What the reader makes of each document, by id; without those of which it makes nothing. */
  public <T> Map<String, T> read(String collection, Function<Document, Optional<T>> reader) {
    Map<String, Long> before = marks(collection);
    Map<String, T> seen = new LinkedHashMap<>();
    List<Document> page = Answers.of(store.scan(collection, "", PAGE));
    while (!page.isEmpty()) {
      for (Document document : page) put(document.id(), document, reader, seen);
      if (page.size() < PAGE) break;
      page = Answers.of(store.scan(collection, page.getLast().id(), PAGE));
    }
    return laid(moved(before, of(collection, heads.all())), reader, seen);
  }

  /** The documents of these ids that there are. Blocks. */
  public Map<String, Document> read(String collection, Collection<String> ids) {
    Map<String, Long> before = marks(collection);
    Map<String, Document> seen = new LinkedHashMap<>();
    List<String> rest = new ArrayList<>(ids);
    while (!rest.isEmpty()) {
      List<String> some = rest.subList(0, Math.min(Query.MAX_LIMIT, rest.size()));
      seen.putAll(Answers.of(store.getAll(collection, some)));
      some.clear();
    }
    List<Batch> moved = moved(before, of(collection, heads.all()));
    if (moved.isEmpty()) return seen;
    laid(moved, Optional::of, seen).keySet().retainAll(List.copyOf(ids));
    return seen;
  }

  /**
   * Something that differs when a batch has been published or undone since: for who looks whether
   * to read again. Blocks.
   */
  public Map<String, Long> marks(String collection) {
    return marks(collection, heads.all());
  }

  /**
   * What the reader makes of each document, without blocking the caller: only where a batch is
   * pending, which is rare and short, the worker waits for its changes.
   */
  public <T> CompletableFuture<Map<String, T>> read(
      String collection, Function<Document, Optional<T>> reader, Executor worker) {
    return heads
        .later()
        .thenCompose(
            before ->
                scan(collection, "", reader, new LinkedHashMap<>())
                    .thenCompose(seen -> lay(collection, before, reader, seen, worker)));
  }

  private <T> CompletableFuture<Map<String, T>> lay(
      String collection,
      List<Batch> before,
      Function<Document, Optional<T>> reader,
      Map<String, T> seen,
      Executor worker) {
    return heads
        .later()
        .thenCompose(
            after -> {
              List<Batch> moved = moved(marks(collection, before), of(collection, after));
              return moved.isEmpty()
                  ? CompletableFuture.completedFuture(seen)
                  : CompletableFuture.supplyAsync(() -> laid(moved, reader, seen), worker);
            });
  }

  private <T> CompletableFuture<Map<String, T>> scan(
      String collection,
      String after,
      Function<Document, Optional<T>> reader,
      Map<String, T> sofar) {
    return store
        .scan(collection, after, PAGE)
        .thenCompose(
            page -> {
              for (Document document : page) put(document.id(), document, reader, sofar);
              return page.size() < PAGE
                  ? CompletableFuture.completedFuture(sofar)
                  : scan(collection, page.getLast().id(), reader, sofar);
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
  private static List<Batch> moved(Map<String, Long> before, List<Batch> after) {
    return after.stream()
        .filter(b -> b.state().isPending() || !Long.valueOf(b.version()).equals(before.get(b.id())))
        .filter(b -> b.published() != null && b.state() != Batch.State.SWEPT)
        .sorted(Comparator.comparing(Keeping::since).thenComparing(Batch::id))
        .toList();
  }

  /** Looks at the documents of these batches once more, as they are now, a chunk at a time. */
  private <T> Map<String, T> laid(
      List<Batch> moved, Function<Document, Optional<T>> reader, Map<String, T> seen) {
    // One batch may lie over another only where both were published at once.
    Map<String, Optional<Document>> below = new HashMap<>();
    for (Batch batch : moved)
      chunks.each(
          batch,
          changes -> {
            Way way = Way.of(batch.state());
            Map<String, Document> stored = stored(batch, changes);
            for (Change change : changes) {
              Optional<Document> laid = below.get(change.id());
              Document now = laid == null ? stored.get(change.id()) : laid.orElse(null);
              Document next = way.seen(batch, change, now);
              put(change.id(), next, reader, seen);
              if (moved.size() > 1) below.put(change.id(), Optional.ofNullable(next));
            }
          });
    return seen;
  }

  private Map<String, Document> stored(Batch batch, List<Change> changes) {
    return Answers.of(store.getAll(batch.collection(), changes.stream().map(Change::id).toList()));
  }

  private static <T> void put(
      String id,
      @Nullable Document document,
      Function<Document, Optional<T>> reader,
      Map<String, T> seen) {
    Optional<T> made = document == null ? Optional.empty() : reader.apply(document);
    if (made.isPresent()) seen.put(id, made.get());
    else seen.remove(id);
  }
}
