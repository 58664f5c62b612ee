package ma.jisr.app.wiring;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way down of what has been started: part by part, the last one first, each within a bound of
 * its own and all within one. A part that does not end in time is left behind, and named.
 */
final class Stopping {
  private static final Logger LOG = LoggerFactory.getLogger(Stopping.class);

  private final Deque<Part> parts = new ArrayDeque<>();
  private volatile String now = "";

  private record Part(String name, Duration bound, Supplier<CompletableFuture<?>> stop) {}

  /** Something that has started; it is stopped before what is there already. */
  void push(String name, Duration bound, Supplier<CompletableFuture<?>> stop) {
    parts.push(new Part(name, bound, stop));
  }

  /** The same for what Vert.x stops. */
  void pushFuture(String name, Duration bound, Supplier<Future<?>> stop) {
    push(name, bound, () -> stop.get().toCompletionStage().toCompletableFuture());
  }

  /** The same for what is stopped when the call returns. */
  void pushClose(String name, Runnable close) {
    push(
        name,
        Duration.ZERO,
        () -> {
          close.run();
          return CompletableFuture.completedFuture(null);
        });
  }

  /** The part that is being stopped now; "" before and after. Callable from any thread. */
  String now() {
    return now;
  }

  /** Stops all; gives the names of what did not end in time, or failed. */
  List<String> run(Duration bound) {
    long end = System.nanoTime() + bound.toNanos();
    List<String> left = new ArrayList<>();
    while (!parts.isEmpty()) {
      Part part = parts.pop();
      now = part.name();
      long patience = Math.min(part.bound().toNanos(), end - System.nanoTime());
      try {
        part.stop().get().get(Math.max(1, patience), TimeUnit.NANOSECONDS);
      } catch (TimeoutException e) {
        left.add(part.name());
      } catch (ExecutionException | RuntimeException e) {
        LOG.warn("while stopping {}: {}", part.name(), e.toString());
        left.add(part.name());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        left.add(part.name());
        return left;
      }
    }
    now = "";
    return left;
  }
}
