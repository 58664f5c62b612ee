package ma.jisr.gateway.session;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The watch over one person for a machine at the other end that answers our answers: the same words
 * again and again, each time within seconds of what we said. Its messages are then acknowledged and
 * never answered for a while. Kept while the person is in memory; the ceilings bound the rest.
 */
final class LoopGuard {
  /** Equal answers in a row: no thumb sends twenty, and they cost less than the hour's ceiling. */
  static final int SAME = 20;

  /** An automatic answer comes within two trips over the radio; a person reads first. */
  static final Duration FAST = Duration.ofSeconds(10);

  /** How long it is muted; other words end it at once, for they are a person's. */
  static final Duration MUTED = Duration.ofHours(1);

  private int words;
  private int count;
  private Instant until = Instant.MIN;

  /**
   * Whether a message is not to be answered.
   *
   * @param spoken when something was said to the person since the last message; null when nothing
   *     was
   */
  boolean mutes(String text, Instant at, @Nullable Instant spoken) {
    int now = 31 * text.length() + text.hashCode();
    if (now != words) {
      words = now;
      count = 0;
      until = Instant.MIN;
      return false;
    }
    if (at.isBefore(until)) return true;
    boolean fast = spoken != null && !spoken.isAfter(at) && spoken.plus(FAST).isAfter(at);
    count = fast ? count + 1 : 0;
    if (count < SAME) return false;
    count = 0;
    until = at.plus(MUTED);
    return true;
  }
}
