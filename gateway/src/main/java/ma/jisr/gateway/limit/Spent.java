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

  /** What counts at this instant. */
  public int at(Instant now) {
    return hour == hour(now) ? segments : 0;
  }

  /** With these segments more. */
  public Spent and(int more, Instant now) {
    return more == 0 ? this : new Spent(hour(now), at(now) + more);
  }

  private static long hour(Instant now) {
    return Math.floorDiv(now.getEpochSecond(), SECONDS);
  }
}
