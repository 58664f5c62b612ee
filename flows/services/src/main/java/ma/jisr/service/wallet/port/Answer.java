package ma.jisr.service.wallet.port;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a payment after its provider was asked. A sealed result, never an exception:
 * what to do about each is the payment's affair, and only {@link Refused} and {@link NotSent} say
 * that nothing was paid.
 */
public sealed interface Answer {
  /**
   * Taken; the payer is going to be asked.
   *
   * @param server the provider's id of the request; null when it gave none
   * @param expires when it will give up; null when it did not say
   * @param polls how often it may be asked; 0 when it did not say
   */
  record Accepted(@Nullable String server, @Nullable Instant expires, int polls)
      implements Answer {}

  /** Paid. */
  record Completed(Facts facts) implements Answer {}

  /**
   * Positive evidence that it was not done and will not be.
   *
   * @param code as the provider names it, cut to 64 characters: for operators
   */
  record Refused(Fault fault, String code) implements Answer {}

  /** It is there already: it must be looked up. */
  record Duplicate() implements Answer {}

  /** The provider knows nothing of it. That proves nothing while it may still be under way. */
  record Absent() implements Answer {}

  /** Not one octet has left: the same may be sent again. */
  record NotSent(String cause) implements Answer {}

  /**
   * Refused before it was looked at (an expired token, too many requests): the same may be sent
   * again.
   *
   * @param after not before; null when it did not say
   */
  record NotProcessed(String cause, @Nullable Instant after) implements Answer {}

  /** Anything else: a time-out, a reset, an error of theirs, something that cannot be read. */
  record Unknown(String cause) implements Answer {}
}
