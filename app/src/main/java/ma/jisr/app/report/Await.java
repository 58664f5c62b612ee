package ma.jisr.app.report;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for the store, on a thread that may. */
final class Await {
  /** How long the store may take. */
  private static final long PATIENCE_SECONDS = 60;

  private Await() {}

  static <T> T of(CompletableFuture<T> future) throws Exception {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } catch (TimeoutException e) {
      throw new IllegalArgumentException("the store did not answer in time", e);
    }
  }
}
