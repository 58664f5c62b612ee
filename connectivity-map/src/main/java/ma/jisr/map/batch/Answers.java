package ma.jisr.map.batch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ma.jisr.store.StoreException;

/** The store's answers, waited for: batches are long work on threads that may block. */
final class Answers {
  /** How long one answer may take, seconds: behind turns, on a busy disk. */
  private static final long PATIENCE = 60;

  private Answers() {}

  /**
   * @throws StoreException when there is no answer
   */
  static <T> T of(CompletableFuture<T> answer) {
    try {
      return answer.get(PATIENCE, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreException known) throw known;
      throw new StoreException(StoreException.Kind.UNREACHABLE, "the store failed", e);
    } catch (TimeoutException e) {
      throw new StoreException(StoreException.Kind.UNREACHABLE, "the store does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreException(StoreException.Kind.UNREACHABLE, "interrupted", e);
    }
  }
}
