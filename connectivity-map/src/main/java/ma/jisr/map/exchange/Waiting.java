package ma.jisr.map.exchange;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ma.jisr.store.StoreException;

/** Answers that are waited for: files are long work on threads that may block. */
public final class Waiting {
  /** How long one answer may take, seconds: reading all hotspots behind turns on a busy disk. */
  private static final long PATIENCE = 60;

  private Waiting() {}

  /**
   * @throws StoreException when there is no answer
   */
  public static <T> T on(CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreException known) throw known;
      throw new StoreException(StoreException.Kind.UNREACHABLE, "no answer", e);
    } catch (TimeoutException e) {
      throw new StoreException(StoreException.Kind.UNREACHABLE, "the store does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(StoreException.Kind.UNREACHABLE, "interrupted", e);
    }
  }
}
