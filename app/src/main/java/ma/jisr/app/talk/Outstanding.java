package ma.jisr.app.talk;

import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Counts what other threads still owe to a virtual loop, so that a transcript knows when the world
 * has come to rest. Whoever waits for an answer has been told before it is counted off.
 */
final class Outstanding {
  private int count;
  private long begun;
  private @Nullable CompletableFuture<Void> rest;

  <T> CompletableFuture<T> counted(CompletableFuture<T> inner) {
    CompletableFuture<T> outer = new CompletableFuture<>();
    begun();
    var unused =
        inner.whenComplete(
            (value, failure) -> {
              try {
                if (failure == null) outer.complete(value);
                else outer.completeExceptionally(failure);
              } finally {
                ended();
              }
            });
    return outer;
  }

  private synchronized void begun() {
    count++;
    begun++;
  }

  private void ended() {
    CompletableFuture<Void> reached = null;
    synchronized (this) {
      if (--count == 0) {
        reached = rest;
        rest = null;
      }
    }
    if (reached != null) reached.complete(null);
  }

  synchronized boolean none() {
    return count == 0;
  }

  /** How many answers have ever been counted in. */
  synchronized long begunEver() {
    return begun;
  }

  /** Done when nothing is owed. */
  synchronized CompletableFuture<Void> rest() {
    if (count == 0) return CompletableFuture.completedFuture(null);
    if (rest == null) rest = new CompletableFuture<>();
    return rest;
  }

  /** Whether an answer has come, and is none of a process that has died. */
  static boolean came(CompletableFuture<?> answer) {
    return answer.isDone() && !answer.isCompletedExceptionally();
  }
}
