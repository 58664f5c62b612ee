package ma.jisr.service.tickets;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import ma.jisr.map.hours.OpeningHours;

/**
 * The days of shops: from four in the morning on Morocco's clocks, so that a night ends its own
 * day.
 */
final class Days {
  /** When the last café has closed and the first baker has not opened. */
  private static final Duration BEGIN = Duration.ofHours(4);

  private Days() {}

  static LocalDate of(Instant now) {
    return now.minus(BEGIN).atZone(OpeningHours.ZONE).toLocalDate();
  }

  static Instant begin(LocalDate day) {
    return day.atStartOfDay(OpeningHours.ZONE).toInstant().plus(BEGIN);
  }

  static Instant end(LocalDate day) {
    return begin(day.plusDays(1));
  }
}
