package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.util.List;

/** How long a provider is left alone between two questions about one payment. */
final class Schedule {
  private static final List<Duration> DELAYS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(20),
          Duration.ofSeconds(40),
          Duration.ofSeconds(80),
          Duration.ofMinutes(3),
          Duration.ofMinutes(10),
          Duration.ofHours(1));

  /** For what people look at already. */
  static final Duration SELDOM = Duration.ofHours(6);

  /** How often it is asked about what had failed, when it has called back about it. */
  static final int RECHECKS = 6;

  /** How often it must never have heard of it until people look. */
  static final int ABSENT = 4;

  private Schedule() {}

  static Duration delay(int tries) {
    return DELAYS.get(Math.min(tries, DELAYS.size() - 1));
  }
}
