package ma.jisr.gateway.delivery;

import java.time.Duration;
import java.time.Instant;
import ma.jisr.gateway.channel.Sent;
import org.jspecify.annotations.Nullable;

/**
 * When a store-and-forward entry that was not taken is tried again. Refused for now: after 5 s,
 * doubling up to 5 min, until it expires. Without an answer: once more, because one answer twice is
 * better than none; a second silence drops it (decision 0082). Refused for good: never.
 */
final class RetryPolicy {
  /** The pause before the second try. */
  static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  /** The longest pause: what an operator's maintenance window can do without. */
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private static final int DOUBLINGS = 6;

  private RetryPolicy() {}

  /** The entry as it is to be tried again; null when it is given up. */
  static @Nullable OutboxEntry next(OutboxEntry entry, Sent outcome, Instant now) {
    return switch (outcome) {
      case Sent.Later later ->
          unlessExpired(entry.again(now.plus(pause(entry.tries())), entry.doubted()));
      case Sent.Uncertain uncertain when !entry.doubted() ->
          unlessExpired(entry.again(now.plus(FIRST_PAUSE), true));
      case Sent.Uncertain twice -> null;
      case Sent.Taken taken -> null;
      case Sent.Refused refused -> null;
      case Sent.Unseen unseen -> null;
    };
  }

  /** The pause after so many tries. */
  static Duration pause(int tries) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private static @Nullable OutboxEntry unlessExpired(OutboxEntry entry) {
    return entry.next().isBefore(entry.until()) ? entry : null;
  }
}
