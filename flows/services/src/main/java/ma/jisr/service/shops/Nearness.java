package ma.jisr.service.shops;

import ma.jisr.map.ledger.Bounds;

/**
 * When somebody who waits is told that their turn is near: at whichever comes first.
 *
 * @param positions this many before them, 0 to {@link #MOST_POSITIONS}; 0 never tells by position
 * @param minutes about this long before, 0 to {@link #MOST_MINUTES}; 0 never tells by time. Their
 *     own way to the shop is added
 */
public record Nearness(int positions, int minutes) {
  public static final int MOST_POSITIONS = 50;
  public static final int MOST_MINUTES = 120;

  /** Two before, or a quarter of an hour: what both products that were looked at begin with. */
  public static final Nearness USUAL = new Nearness(2, 15);

  /**
   * @throws IllegalArgumentException naming the bound that is passed
   */
  public Nearness {
    Bounds.within("near positions", positions, 0, MOST_POSITIONS);
    Bounds.within("near minutes", minutes, 0, MOST_MINUTES);
  }
}
