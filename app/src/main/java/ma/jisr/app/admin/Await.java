package ma.jisr.app.admin;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for the store, on a thread that may. */
public final class Await {
  /** How long the store may take; a full list of seven days needs some seconds. */
  private static final long PATIENCE_SECONDS = 60;

  private Await() {}

  /**
   * What a future comes to, or what it failed with.
   *
   * @throws IllegalArgumentException when the store does not answer in time
   */
  public static <T> T of(CompletableFuture<T> future) throws Exception {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } catch (TimeoutException e) {
      throw new IllegalArgumentException("the store did not answer in time", e);
    }
  }
}
