package ma.jisr.service.shops;

import ma.jisr.map.ledger.Bounds;

/**
 * How a service gives out times ahead.
 *
 * @param minutes length of a slot, {@link #LEAST_MINUTES} to {@link #MOST_MINUTES}
 * @param capacity people in one slot at each counter, 1 to {@link #MOST_CAPACITY}
 * @param daysAhead how far ahead one may choose: 0 for today only, at most {@link #MOST_DAYS}
 */
public record SlotRule(int minutes, int capacity, int daysAhead) {
  /** Shorter slots are more choices than a screen lists and a clock in a shop keeps. */
  public static final int LEAST_MINUTES = 5;

  /** A half-day. */
  public static final int MOST_MINUTES = 240;

  public static final int MOST_CAPACITY = 60;

  /** Nobody plans a visit to a shop a month ahead; the queue keeps a document for each day. */
  public static final int MOST_DAYS = 30;

  /**
   * @throws IllegalArgumentException naming the bound that is passed
   */
  public SlotRule {
    Bounds.within("slot minutes", minutes, LEAST_MINUTES, MOST_MINUTES);
    Bounds.within("slot capacity", capacity, 1, MOST_CAPACITY);
    Bounds.within("slot days", daysAhead, 0, MOST_DAYS);
  }
}
