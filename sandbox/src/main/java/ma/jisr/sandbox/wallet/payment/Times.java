package ma.jisr.sandbox.wallet.payment;

import java.time.Duration;
import java.util.List;

/**
 * The times of the provider.
 *
 * @param prompt from the request until the payer is asked
 * @param again from an attempt to ask that failed until the next
 * @param asking how long it is attempted
 * @param expiry from the request until it fails
 * @param late from then until a late approval comes
 * @param processing what does not wait for the payer takes
 * @param callbacks from one attempt to call back until the next
 */
public record Times(
    Duration prompt,
    Duration again,
    Duration asking,
    Duration expiry,
    Duration late,
    Duration processing,
    List<Duration> callbacks) {
  /** Those of a provider who is in no hurry, and of a payer who reads. */
  public static final Times USUAL =
      new Times(
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(30),
          Duration.ofMinutes(3),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30)));

  public Times {
    callbacks = List.copyOf(callbacks);
  }
}
