package ma.jisr.service.notices.notice;

import java.util.concurrent.CompletableFuture;
import ma.jisr.service.audience.Announcing;

/** Has relays say a notice aloud where phones do not reach. */
@FunctionalInterface
public interface Aloud {
  /** There are no relays. */
  Aloud NOBODY = wanted -> CompletableFuture.completedFuture(0);

  /**
   * Asks all relays of the areas; once each, however often it is asked. Completes when that is
   * durable, with how many there are; any thread.
   */
  CompletableFuture<Integer> ask(Announcing wanted);
}
