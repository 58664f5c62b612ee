package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The times of payments that are the same for all providers. */
public final class PaymentRules {
  /** How long a prepared payment may be confirmed. */
  public static final Duration CONFIRM_WITHIN = Duration.ofMinutes(10);

  /** Within which the same payer, payee and amount are asked about: "a second one?". */
  public static final Duration AGAIN = Duration.ofMinutes(5);

  /** How old a confirmation may be when its request is sent again: nobody waits at the phone. */
  static final Duration FRESH = Duration.ofMinutes(10);

  /**
   * How long a request that has not left is tried: then nothing was sent, and the payer is told.
   */
  static final Duration SEND_WITHIN = Duration.ofMinutes(2);

  /**
   * How long a call may be under way before whoever made it is taken for dead: its 20 s, and the
   * clocks' difference.
   */
  static final Duration CALL = Duration.ofSeconds(30);

  /** From the last sending until "never heard of it" is believed. */
  static final Duration ABSENT_AFTER = Duration.ofSeconds(60);

  /** How many requests may have left for one payment. */
  static final int SUBMITS = 3;

  /** When a provider gives up, where it does not say so. */
  static final Duration EXPIRES = Duration.ofMinutes(10);

  /** How long it is asked behind the instant at which it gives up. */
  static final Duration GRACE = Duration.ofHours(24);

  /** How long what could not be found out is asked for again, beside people's looking. */
  static final Duration ASKED_FOR = Duration.ofDays(7);

  /** From sending until a payer is told that nothing is known. */
  static final Duration TELL_UNKNOWN = Duration.ofSeconds(60);

  /** How long a result is worth telling. */
  static final Duration WORTH_TELLING = Duration.ofDays(2);

  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  private PaymentRules() {}

  /** The day of caps, digests and statements: Morocco's. */
  public static LocalDate day(Instant at) {
    return at.atZone(MOROCCO).toLocalDate();
  }

  /** When a day begins. */
  static Instant begin(LocalDate day) {
    return day.atStartOfDay(MOROCCO).toInstant();
  }
}
