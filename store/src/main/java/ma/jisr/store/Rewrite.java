package ma.jisr.store;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One document changed in place, by whoever is first: read, changed by a function, written if
 * nobody wrote in between, else read and changed again. For documents that several nodes change.
 * Callable from any thread; the function runs on a thread of the store's.
 *
 * @param <R> what the change answers
 */
public final class Rewrite<R> {
  /** Tries before it is given up as busy: each lost one means that somebody else got through. */
  static final int TRIES = 32;

  private final Store store;
  private final String collection;
  private final String id;
  private final String writeId;
  private final Priority priority;
  private final Function<Optional<String>, Change<R>> change;

  /** What the write in doubt would have made: it is settled by reading back. */
  private @Nullable Attempt<R> doubtful;

  private record Attempt<R>(long version, R result) {}

  /**
   * What becomes of a document.
   *
   * @param json its new body; null leaves it as it is
   * @param result the answer
   */
  public record Change<R>(@Nullable String json, R result) {
    /** The document stays as it is. */
    public static <R> Change<R> none(R result) {
      return new Change<>(null, result);
    }
  }

  private Rewrite(
      Store store,
      String collection,
      String id,
      String writeId,
      Priority priority,
      Function<Optional<String>, Change<R>> change) {
    this.store = store;
    this.collection = collection;
    this.id = id;
    this.writeId = writeId;
    this.priority = priority;
    this.change = change;
  }

  /**
   * Changes a document, or makes it.
   *
   * @param writeId what causes the change: unlike that of every other change
   * @param change from the body as it is, empty for none, to the body as it shall be; pure, may be
   *     asked several times
   * @return the answer of the change that was written, or that wrote nothing; fails with a {@link
   *     StoreException}, BUSY when others were always quicker
   */
  public static <R> CompletableFuture<R> of(
      Store store,
      String collection,
      String id,
      String writeId,
      Priority priority,
      Function<Optional<String>, Change<R>> change) {
    return new Rewrite<>(store, collection, id, writeId, priority, change).attempt(TRIES);
  }

  private CompletableFuture<R> attempt(int left) {
    if (left == 0)
      return CompletableFuture.failedFuture(
          new StoreException(StoreException.Kind.BUSY, collection + " is changed too often"));
    return store.get(collection, id).thenCompose(found -> from(found, left));
  }

  private CompletableFuture<R> from(Optional<Document> found, int left) {
    Attempt<R> before = doubtful;
    boolean done =
        before != null
            && found.isPresent()
            && found.get().version() == before.version()
            && found.get().writeId().equals(writeId);
    if (before != null && done) return CompletableFuture.completedFuture(before.result());
    doubtful = null;
    Change<R> wanted = change.apply(found.map(Document::json));
    if (wanted.json() == null) return CompletableFuture.completedFuture(wanted.result());
    long version = found.map(d -> d.version() + 1).orElse(0L);
    Document next = new Document(id, version, writeId, wanted.json());
    CompletableFuture<Outcome> written =
        found.isPresent()
            ? store.replaceIf(collection, next, priority)
            : store.insert(collection, List.of(next), priority).thenApply(List::getFirst);
    return written.thenCompose(
        outcome ->
            switch (outcome) {
              case INSERTED, REPLACED -> CompletableFuture.completedFuture(wanted.result());
              case UNKNOWN -> {
                doubtful = new Attempt<>(version, wanted.result());
                yield attempt(left - 1);
              }
              default -> attempt(left - 1);
            });
  }
}
