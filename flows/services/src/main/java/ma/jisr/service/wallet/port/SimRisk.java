package ma.jisr.service.wallet.port;

import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Msisdn;

/**
 * Whether the card behind a number has been changed lately: whoever has stolen a number that way
 * pays with it at once. Never fails; never blocks.
 */
@FunctionalInterface
public interface SimRisk {
  /** Nobody tells: payments stand under the usual caps. */
  SimRisk NONE = number -> CompletableFuture.completedFuture(Risk.NOT_ASKED);

  CompletableFuture<Risk> of(Msisdn number);

  /** What is known of the card. */
  enum Risk {
    /** There is nobody to ask. */
    NOT_ASKED,
    /** It is the old one. */
    OLD,
    /** It was changed within the last days: nothing is paid. */
    NEW,
    /** Whoever should know has not said: small amounts only. */
    UNKNOWN
  }
}
