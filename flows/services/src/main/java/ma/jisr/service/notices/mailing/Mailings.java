package ma.jisr.service.notices.mailing;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The mailings of all nodes that share a store. Every call may be made again after a crash or a
 * failure, on any node, from any thread, and is then done once.
 */
public interface Mailings {
  /** What it would come to: people, segments, cost, time. Looks at some thousand people at most. */
  CompletableFuture<Estimate> estimate(Mailing mailing);

  /**
   * Takes it on; complete when it is durable. It begins at its time, on whichever node is there.
   * One of the same id that is there already is left as it is.
   */
  CompletableFuture<Void> begin(Mailing mailing);

  /** Holds it; what the links have been handed goes. False when there is none, or it is over. */
  CompletableFuture<Boolean> pause(String id);

  /** Goes on with it. False when there is none, or it is over. */
  CompletableFuture<Boolean> resume(String id);

  /** Withdraws what has not been sent. False when there is none, or it was over already. */
  CompletableFuture<Boolean> cancel(String id);

  /** How far it is; empty when there is none. At most some seconds old. */
  CompletableFuture<Optional<Progress>> progress(String id);

  /** What it came to; empty when there is none. */
  CompletableFuture<Optional<Report>> report(String id);

  /** Whether somebody got it, or may have. */
  CompletableFuture<Boolean> got(String id, String person);
}
