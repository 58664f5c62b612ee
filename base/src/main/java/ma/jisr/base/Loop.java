package ma.jisr.base;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One thread's run queue, timers and clock. What is confined to a loop needs no locks; a loop is
 * never blocked. Vert.x implements it in production, a simulator in tests, so that a seed replays a
 * run.
 */
public interface Loop {
  /** Runs the task on this loop, after what is already queued. Callable from any thread. */
  void execute(Runnable task);

  /**
   * Runs the task on this loop after the delay (at least 1 ms) unless cancelled first. Callable
   * from any thread.
   */
  Cancel after(Duration delay, Runnable task);

  /** The wall clock of this loop. */
  Instant now();

  /**
   * Tells on this loop what became of a future, whichever thread completes it: its value, or its
   * failure and a null value.
   */
  default <T extends @Nullable Object> void when(
      CompletableFuture<T> future, BiConsumer<@Nullable T, @Nullable Throwable> told) {
    var unused =
        future.whenComplete((value, failure) -> execute(() -> told.accept(value, failure)));
  }

  /** Withdraws a timer. */
  @FunctionalInterface
  interface Cancel {
    /** No effect once the task has started. */
    void cancel();
  }
}
