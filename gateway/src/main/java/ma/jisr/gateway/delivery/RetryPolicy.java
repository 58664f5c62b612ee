package ma.jisr.gateway.delivery;

import java.time.Duration;
import java.time.Instant;
import ma.jisr.flow.Urgency;
import ma.jisr.gateway.channel.Sent;
import org.jspecify.annotations.Nullable;

/**
 * When a store-and-forward entry that was not taken is tried again. What has not left: until it
 * expires. Refused for now: {@link #MOST_REFUSALS} times. Without an answer: as its urgency says,
 * because it may arrive twice. Refused for good: never. Decision 0121.
 */
final class RetryPolicy {
  /** The pause before the second try. */
  static final Duration FIRST_PAUSE = Duration.ofSeconds(5);

  /** The longest pause: what an operator's maintenance window can do without. */
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  /** The longest pause of what has not left: a link that is up again is used soon. */
  static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

  /**
   * Most tries that end in a temporary refusal, about 20 minutes: an SMSC that has said system
   * error for so long about one message means it.
   */
  static final int MOST_REFUSALS = 8;

  private static final int DOUBLINGS = 6;

  private RetryPolicy() {}

  /** The entry as it is to be tried again; null when it is given up. */
  static @Nullable OutboxEntry next(OutboxEntry entry, Sent outcome, Instant now) {
    return switch (outcome) {
      case Sent.Held held ->
          unlessExpired(entry.at(now.plus(hold(entry, now))).having(entry.taken() | held.taken()));
      case Sent.Later later when entry.tries() + 1 < MOST_REFUSALS ->
          unlessExpired(
              entry
                  .again(now.plus(pause(entry.tries())), entry.doubted())
                  .having(entry.taken() | later.taken()));
      case Sent.Uncertain unsure when !entry.doubted() && twice(entry.urgency()) ->
          unlessExpired(
              entry.again(now.plus(FIRST_PAUSE), true).having(entry.taken() | unsure.taken()));
      default -> null;
    };
  }

  /** Whether a message that may have arrived is sent once more. */
  static boolean twice(Urgency urgency) {
    return switch (urgency) {
      // A warning or an answer twice is better than none.
      case EMERGENCY, REPLY -> true;
      // A notice to thousands twice costs twice, and annoys.
      case BULK -> false;
    };
  }

  /** What the last outcome is called when nothing more is tried. */
  static Sent end(Sent outcome) {
    return switch (outcome) {
      case Sent.Held held -> new Sent.Expired();
      case Sent.Later later -> new Sent.Refused(later.status());
      default -> outcome;
    };
  }

  /** What a screen's only try is called: there is no later for it. */
  static Sent endOfScreen(Sent outcome) {
    return switch (outcome) {
      case Sent.Held held -> new Sent.Unseen(held.status());
      case Sent.Later later -> new Sent.Unseen(later.status());
      default -> outcome;
    };
  }

  /** The pause after so many tries. */
  static Duration pause(int tries) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(tries, DOUBLINGS));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  /** As long as it has waited already: doubling, without counting. */
  private static Duration hold(OutboxEntry entry, Instant now) {
    Duration waited = Duration.between(entry.made(), now);
    if (waited.compareTo(FIRST_PAUSE) < 0) return FIRST_PAUSE;
    return waited.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD : waited;
  }

  private static @Nullable OutboxEntry unlessExpired(OutboxEntry entry) {
    return entry.next().isBefore(entry.until()) ? entry : null;
  }
}
