package ma.jisr.map.hours;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/**
 * The days that {@code PH} means. Morocco's fixed ones are known (decree 2-77-169 as amended); the
 * religious ones move with the moon, are announced days before, and are passed in.
 *
 * @param moving the dates of the religious holidays, as far as they were announced
 */
public record PublicHolidays(Set<LocalDate> moving) {
  /** Only the fixed ones. */
  public static final PublicHolidays FIXED = new PublicHolidays(Set.of());

  private static final Set<MonthDay> EVERY_YEAR =
      Set.of(
          MonthDay.of(1, 1), // new year
          MonthDay.of(1, 11), // independence manifesto
          MonthDay.of(1, 14), // Amazigh new year
          MonthDay.of(5, 1), // labour
          MonthDay.of(7, 30), // throne
          MonthDay.of(8, 14), // Oued Ed-Dahab
          MonthDay.of(8, 20), // revolution of the king and the people
          MonthDay.of(8, 21), // youth
          MonthDay.of(11, 6), // green march
          MonthDay.of(11, 18)); // independence

  public PublicHolidays {
    moving = Set.copyOf(moving);
  }

  public boolean contains(LocalDate date) {
    return EVERY_YEAR.contains(MonthDay.from(date)) || moving.contains(date);
  }
}
