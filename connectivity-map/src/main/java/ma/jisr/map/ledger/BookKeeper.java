package ma.jisr.map.ledger;

import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * Who brings what a shelf keeps into a book. Callable from any thread.
 *
 * @param worker for what takes long
 */
public record BookKeeper<T>(Shelf<T> shelf, Book<T, ?> book, Executor worker) {
  /** Things read at once: some 500 KB. */
  private static final int SLICE = 500;

  /** Reads all of them into the book; gives how many are in use. One reading at a time. */
  public CompletableFuture<Integer> reload() {
    return shelf.inTurn(
        () -> {
          book.beginReading();
          return shelf
              .all(worker)
              .whenComplete(
                  (all, failure) -> {
                    if (all == null) book.abandonReading();
                    else book.endReading(all.values());
                  })
              .thenApply(_ -> book.size());
        });
  }

  /**
   * Brings the things of these ids into the book as they are now; those that are no longer there
   * leave it. For what a batch has changed.
   */
  public CompletableFuture<Void> refresh(Collection<String> ids) {
    List<String> sorted = ids.stream().sorted().toList();
    return shelf.inTurn(
        () -> {
          CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
          for (int from = 0; from < sorted.size(); from += SLICE) {
            List<String> some = sorted.subList(from, Math.min(sorted.size(), from + SLICE));
            all =
                all.thenCompose(_ -> shelf.getAll(some))
                    .thenAcceptAsync(found -> book.take(some, found), worker);
          }
          return all;
        });
  }

  /** Who brings what other nodes change into the book. */
  public LedgerFollower<T> follower() {
    return new LedgerFollower<>(shelf, book::put);
  }
}
