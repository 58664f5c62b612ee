package ma.jisr.gateway.session;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * When a person's inputs came that something has been said to and whose first text no link has
 * handed over yet: for the measure of what people wait for. Confined to the person's loop.
 */
final class Unanswered {
  /** Most of one person's; beyond, the oldest is not measured. */
  static final int MOST = 8;

  private @Nullable ArrayDeque<Asked> asked;

  private record Asked(String mark, Instant at) {}

  /** An input has had its turn, and is answered. */
  void asked(String mark, Instant at) {
    if (asked == null) asked = new ArrayDeque<>(2);
    if (asked.size() == MOST) asked.removeFirst();
    asked.addLast(new Asked(mark, at));
  }

  /** A text that answers the input has been taken: how long it took; null when that is no news. */
  @Nullable Duration answered(String mark, Instant now) {
    if (asked == null) return null;
    for (Iterator<Asked> all = asked.iterator(); all.hasNext(); ) {
      Asked one = all.next();
      if (!one.mark().equals(mark)) continue;
      all.remove();
      return Duration.between(one.at(), now);
    }
    return null;
  }
}
