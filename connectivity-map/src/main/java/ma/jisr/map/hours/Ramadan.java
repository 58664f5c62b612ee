package ma.jisr.map.hours;

import java.time.LocalDate;
import java.time.chrono.HijrahDate;
import java.time.temporal.ChronoField;
import java.util.List;

/**
 * When Ramadan is. The days that were announced are what they were announced to be; of others the
 * table of Umm al-Qura (java.time's Hijrah calendar) is believed as far as Morocco's sighting of
 * the moon has agreed with it: it has begun on that day or the next, and so it ended.
 *
 * @param announced first and last days, as the ministry of Islamic affairs told them
 */
public record Ramadan(List<Days> announced) {
  /** Nothing has been announced. */
  public static final Ramadan COMPUTED = new Ramadan(List.of());

  /** An announcement speaks for the year around it: the next Ramadan is 354 days later. */
  private static final int NEAR_DAYS = 60;

  private static final int RAMADAN = 9;
  private static final int SHAWWAL = 10;

  public Ramadan {
    announced = List.copyOf(announced);
  }

  /** First and last day of one Ramadan. */
  public record Days(LocalDate first, LocalDate last) {
    public Days {
      long days = last.toEpochDay() - first.toEpochDay() + 1;
      if (days != 29 && days != 30)
        throw new IllegalArgumentException("Ramadan has 29 or 30 days, not " + days);
    }
  }

  /** Whether a day is one of Ramadan. */
  public enum Answer {
    NO,
    YES,
    /** The moon decides, and has not been seen yet. */
    PERHAPS
  }

  public Answer on(LocalDate date) {
    for (Days days : announced) {
      if (date.isBefore(days.first().minusDays(NEAR_DAYS))) continue;
      if (date.isAfter(days.last().plusDays(NEAR_DAYS))) continue;
      boolean in = !date.isBefore(days.first()) && !date.isAfter(days.last());
      return in ? Answer.YES : Answer.NO;
    }
    HijrahDate there = HijrahDate.from(date);
    int month = there.get(ChronoField.MONTH_OF_YEAR);
    boolean first = there.get(ChronoField.DAY_OF_MONTH) == 1;
    if (month == RAMADAN) return first ? Answer.PERHAPS : Answer.YES;
    return month == SHAWWAL && first ? Answer.PERHAPS : Answer.NO;
  }
}
