package ma.jisr.service.wallet.port;

import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/**
 * Who hears that a provider has called back. A call is a hint, not evidence: whoever hears it asks
 * the provider itself.
 */
@FunctionalInterface
public interface Hints {
  /**
   * An authentic call about an order has come.
   *
   * @param content hash of what it said, by which repetitions are known
   * @return completes when it is durable, or known already; fails when it should come again
   */
  CompletableFuture<Void> heard(String provider, UUID correlation, String content);
}
