package ma.jisr.service.tickets;

/**
 * About how long a turn is away, minutes from now. Four of five people wait between low and high.
 *
 * @param low at least about so long
 * @param likely the best single guess
 * @param high hardly longer
 * @param sure whether the single guess may be told; else the range is
 */
public record Estimate(int low, int likely, int high, boolean sure) {
  /** Now. */
  public static final Estimate NOW = new Estimate(0, 0, 0, true);
}
