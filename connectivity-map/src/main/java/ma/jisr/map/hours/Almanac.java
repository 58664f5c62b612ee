package ma.jisr.map.hours;

/**
 * The days of Morocco's year that opening hours depend on.
 *
 * @param holidays public ones
 * @param ramadan its days
 */
public record Almanac(PublicHolidays holidays, Ramadan ramadan) {
  /** What is known without anybody's announcement. */
  public static final Almanac COMPUTED = new Almanac(PublicHolidays.FIXED, Ramadan.COMPUTED);
}
