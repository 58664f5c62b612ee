package ma.jisr.store.mongo;

import com.mongodb.reactivestreams.client.MongoCollection;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.Priority;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;
import org.bson.BsonDocument;

/**
 * What waits to be written to one collection. While one batch is on its way the next one gathers:
 * turns first, then a little background work. A document is in a batch only once, so that writes of
 * one document keep their order.
 */
final class Batches {
  /** Most writes of one batch (MongoDB takes 100,000; an answer's wait grows with it). */
  static final int BATCH_WRITES = 1_000;

  /** Most characters of one batch's bodies: under 16 MB in any script. */
  private static final int BATCH_WEIGHT = 4 << 20;

  /** Most background writes that ride with turns. */
  private static final int BACKGROUND_WRITES = 100;

  /** Most writes waiting in each line; behind that BUSY. */
  private static final int QUEUED_WRITES = 20_000;

  /** Most characters of bodies waiting in each line. */
  private static final long QUEUED_WEIGHT = 64L << 20;

  private final MongoCollection<BsonDocument> collection;
  private final Line turns = new Line();
  private final Line background = new Line();
  private final CompletableFuture<Void> drained = new CompletableFuture<>();
  private boolean flying;
  private boolean closed;

  Batches(MongoCollection<BsonDocument> collection) {
    this.collection = collection;
  }

  private static final class Line {
    final ArrayDeque<Item> items = new ArrayDeque<>();
    long weight;
  }

  /** Queues them all, or throws BUSY or CLOSED with none queued. */
  void add(List<Item> items, Priority priority) {
    synchronized (this) {
      if (closed) throw new StoreException(Kind.CLOSED, "the store has been closed");
      Line line = priority == Priority.TURN ? turns : background;
      long weight = 0;
      for (Item item : items) weight += item.weight();
      if (!line.items.isEmpty()
          && (line.items.size() + items.size() > QUEUED_WRITES
              || line.weight + weight > QUEUED_WEIGHT))
        throw new StoreException(Kind.BUSY, "too many writes are waiting: try again later");
      line.items.addAll(items);
      line.weight += weight;
    }
    next();
  }

  private void next() {
    List<Item> batch = new ArrayList<>();
    synchronized (this) {
      if (flying) return;
      Set<String> ids = new HashSet<>();
      int weight = take(turns, batch, ids, BATCH_WRITES, BATCH_WEIGHT);
      int most =
          batch.isEmpty() ? BATCH_WRITES : Math.min(BATCH_WRITES, batch.size() + BACKGROUND_WRITES);
      take(background, batch, ids, most, BATCH_WEIGHT - weight);
      flying = !batch.isEmpty();
      if (!flying) {
        if (closed) drained.complete(null);
        return;
      }
    }
    var unused =
        new Batch(collection, batch)
            .write()
            .whenComplete(
                (done, error) -> {
                  if (error != null)
                    for (Item item : batch) item.answer().completeExceptionally(Faults.of(error));
                  synchronized (this) {
                    flying = false;
                  }
                  next();
                });
  }

  private static int take(Line line, List<Item> batch, Set<String> ids, int most, int weight) {
    int taken = 0;
    while (batch.size() < most && taken < weight && !line.items.isEmpty()) {
      Item item = line.items.getFirst();
      if (!ids.add(item.document().id())) break;
      line.items.removeFirst();
      line.weight -= item.weight();
      taken += item.weight();
      batch.add(item);
    }
    return taken;
  }

  /** Refuses further writes; completes when all that were queued have been answered. */
  CompletableFuture<Void> close() {
    synchronized (this) {
      closed = true;
    }
    next();
    return drained;
  }
}
