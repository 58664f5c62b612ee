package ma.jisr.gateway.api;

import java.util.concurrent.CompletableFuture;

/** What an operation of the description does. Called on a loop: must not block. */
@FunctionalInterface
public interface Operation {
  /**
   * The answer, completed on any thread; a {@link ProblemException}, thrown or failed with, is an
   * answer too. Any other failure is told as 503 and logged without what was asked.
   */
  CompletableFuture<Answer> answer(Call call);
}
