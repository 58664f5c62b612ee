package ma.jisr.gateway.channel.smpp;

import java.time.Duration;
import java.time.Instant;

/**
 * The validity_period of a submit_sm in its relative form, which needs no common clock: {@code
 * YYMMDDhhmmss000R} (SMPP 3.4 7.1.1.2).
 */
final class Validity {
  /** Less is refused by many an SMSC, and of no use to anybody. */
  private static final Duration LEAST = Duration.ofMinutes(1);

  /** Longer than any SMSC keeps a message. */
  private static final Duration MOST = Duration.ofDays(28);

  private Validity() {}

  /** The time left, in whole minutes; "" when it has no end. */
  static String until(Instant end, Instant now) {
    if (end.equals(Instant.MAX)) {
      return "";
    }
    Duration left = Duration.between(now, end);
    if (left.compareTo(LEAST) < 0) {
      left = LEAST;
    } else if (left.compareTo(MOST) > 0) {
      left = MOST;
    }
    StringBuilder period = new StringBuilder(16).append("0000");
    two(period, (int) left.toDays());
    two(period, left.toHoursPart());
    two(period, left.toMinutesPart());
    return period.append("00000R").toString();
  }

  private static void two(StringBuilder to, int number) {
    to.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
