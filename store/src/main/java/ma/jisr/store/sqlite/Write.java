package ma.jisr.store.sqlite;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * One queued write: applied in steps inside the writer's transactions, answered after the commit of
 * its last step. A step is small, so that background writes can be cut into slices.
 *
 * @param <T> the answer
 */
abstract class Write<T extends @Nullable Object> {
  private final CompletableFuture<T> answer = new CompletableFuture<>();
  private @Nullable StoreException failure;

  final CompletableFuture<T> answer() {
    return answer;
  }

  /** Applies the next step; true when it was the last. */
  abstract boolean step(Statements statements) throws SQLException;

  /** What became of it, once its last step is durable. */
  abstract T result();

  /** What to say when a commit failed and may yet be on disk; null to fail. */
  @Nullable T unsure() {
    return null;
  }

  /** Characters of the bodies it holds in memory. */
  abstract long weight();

  /** This write alone cannot be applied; it is answered with the others of its transaction. */
  final void refuse(StoreException reason) {
    failure = reason;
  }

  /** Answers, after the commit. */
  final void complete() {
    if (failure != null) answer.completeExceptionally(failure);
    else answer.complete(result());
  }

  final void fail(StoreException reason, boolean mayBeDurable) {
    T unsure = mayBeDurable ? unsure() : null;
    if (unsure == null) answer.completeExceptionally(reason);
    else answer.complete(unsure);
  }
}
