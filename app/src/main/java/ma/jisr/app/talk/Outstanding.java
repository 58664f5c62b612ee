package ma.jisr.app.talk;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what other threads still owe to a virtual loop, so that a transcript knows when the world
 * has come to rest. Whoever waits for an answer has been told before it is counted off.
 */
final class Outstanding {
  private final AtomicInteger count = new AtomicInteger();

  <T> CompletableFuture<T> counted(CompletableFuture<T> inner) {
    CompletableFuture<T> outer = new CompletableFuture<>();
    count.incrementAndGet();
    inner.whenComplete(
        (value, failure) -> {
          try {
            if (failure == null) outer.complete(value);
            else outer.completeExceptionally(failure);
          } finally {
            count.decrementAndGet();
          }
        });
    return outer;
  }

  boolean none() {
    return count.get() == 0;
  }
}
