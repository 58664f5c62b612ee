package ma.jisr.map.hours;

/**
 * The hours of a place as its keeper writes them. What cannot be read is kept raw and answered as
 * unknown.
 *
 * @param usual OpenStreetMap's {@code opening_hours}; "" when unknown
 * @param ramadan the same for the days of Ramadan; "" when the usual ones hold then too, "unknown"
 *     when they do not and nobody knows which do
 * @param fridayBreak when it closes for the Friday prayer, "12:30-14:30"; "" when it does not
 */
public record Timetable(String usual, String ramadan, String fridayBreak) {
  public static final Timetable UNKNOWN = new Timetable("", "", "");

  /** What a keeper writes who knows only that Ramadan differs. */
  public static final String NOT_KNOWN = "unknown";

  public Timetable {
    bounded("hours", usual);
    bounded("hours of Ramadan", ramadan);
    bounded("friday break", fridayBreak);
  }

  /** The same hours all the year. */
  public static Timetable of(String usual) {
    return usual.isBlank() ? UNKNOWN : new Timetable(usual, "", "");
  }

  private static void bounded(String field, String raw) {
    if (raw.length() > OpeningHours.MAX_RAW)
      throw new IllegalArgumentException(
          field + ": more than " + OpeningHours.MAX_RAW + " characters");
  }
}
