package ma.jisr.map.batch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.map.batch.Way.Standing;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;

/**
 * What makes documents as a published or undone batch says. Reads, writes what is open, reads
 * again: outcomes are not believed but looked at, so that it ends the same however often and
 * wherever it was broken off, and by however many nodes at once.
 */
final class Settling {
  /** Readings of a chunk at most: each but the first follows a write that met another's. */
  private static final int PASSES = 6;

  private final Store store;
  private final Chunks chunks;

  Settling(Store store, Chunks chunks) {
    this.store = store;
    this.chunks = chunks;
  }

  /** Settles all documents; gives the ids of those that were left to who wrote them. */
  List<String> settle(Batch batch) {
    List<String> left = new ArrayList<>();
    Way way = Way.of(batch.state());
    chunks.each(batch, changes -> left.addAll(settle(batch, way, changes)));
    return left;
  }

  private List<String> settle(Batch batch, Way way, List<Change> changes) {
    for (int pass = 0; pass < PASSES; pass++) {
      List<String> left = new ArrayList<>();
      List<Change> open = new ArrayList<>();
      Map<String, Document> stored = stored(batch, changes);
      for (Change change : changes) {
        Standing standing = way.standing(batch, change, stored.get(change.id()));
        if (standing == Standing.OPEN) open.add(change);
        if (standing == Standing.LEFT) left.add(change.id());
      }
      if (open.isEmpty()) return left;
      write(batch, way, open);
    }
    throw new StoreException(
        StoreException.Kind.BUSY, "batch " + batch.id() + " is not settled yet: again later");
  }

  Map<String, Document> stored(Batch batch, List<Change> changes) {
    return Answers.of(store.getAll(batch.collection(), changes.stream().map(Change::id).toList()));
  }

  private void write(Batch batch, Way way, List<Change> open) {
    List<Document> made = new ArrayList<>();
    List<CompletableFuture<?>> answers = new ArrayList<>();
    for (Change change : open) {
      Document next = way.written(batch, change);
      if (next == null)
        answers.add(
            store.deleteIf(
                batch.collection(), change.id(), change.base() + 1, Priority.BACKGROUND));
      else if (next.version() == 0) made.add(next);
      else answers.add(store.replaceIf(batch.collection(), next, Priority.BACKGROUND));
    }
    if (!made.isEmpty()) answers.add(store.insert(batch.collection(), made, Priority.BACKGROUND));
    answers.forEach(Answers::of);
  }
}
