package ma.jisr.service.tickets;

import java.time.Duration;
import ma.jisr.service.shops.Priority;

/**
 * The order of a line as one number: first those whom the shop lets go first, by number; then those
 * who chose a time, by that; then all others, by number. Between two neighbours there is room for
 * whoever has to let others pass.
 */
final class Turns {
  /** Greater than every turn. */
  static final long MOST = 999_999_999_999_999L;

  private static final long RANK = 100_000_000_000_000L;

  /** Turns between two numbers. */
  private static final long STEP = 1_000;

  /** Between two minutes: more tickets than a day has. */
  private static final long MINUTE = 10_000_000_000L;

  private Turns() {}

  static long of(Wish wish, int number) {
    long place = number * STEP;
    if (wish.priority() != Priority.USUAL) return place;
    if (wish.slot() == null) return 2 * RANK + place;
    long minute = Duration.between(Days.begin(wish.day()), wish.slot().from()).toMinutes();
    return RANK + minute * MINUTE + place;
  }

  /** Just behind another. */
  static long behind(long turn) {
    return turn + 1;
  }
}
