package ma.jisr.gateway.limit;

import java.time.Instant;

/**
 * The segments that one person was sent in the clock hour of the newest of them.
 *
 * @param hour since 1970
 * @param segments in that hour
 */
public record Spent(long hour, int segments) {
  /** Nothing yet. */
  public static final Spent NOTHING = new Spent(0, 0);

  private static final long SECONDS = 3600;

  /**
   * What counts at this instant. Another node's clock may have been ahead: what it counted in the
   * hour to come counts now, too, or two nodes would begin anew by turns.
   */
  public int at(Instant now) {
    return counts(hour(now)) ? segments : 0;
  }

  /** With these segments more. */
  public Spent and(int more, Instant now) {
    if (more == 0) return this;
    long then = hour(now);
    return counts(then) ? new Spent(hour, segments + more) : new Spent(then, more);
  }

  private boolean counts(long then) {
    return hour == then || hour == then + 1;
  }

  private static long hour(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), SECONDS);
  }
}
