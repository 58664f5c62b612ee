package ma.jisr.gateway.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A day of the people who pay: ceilings begin anew at their midnight.
 *
 * @param date in Morocco
 * @param from its first instant
 * @param until the next day's
 */
record Day(LocalDate date, Instant from, Instant until) {
  private static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

  static Day of(Instant now) {
    LocalDate date = LocalDate.ofInstant(now, ZONE);
    LocalDate next = date.plusDays(1);
    return new Day(date, date.atStartOfDay(ZONE).toInstant(), next.atStartOfDay(ZONE).toInstant());
  }

  boolean has(Instant instant) {
    return !instant.isBefore(from) && instant.isBefore(until);
  }

  /** As stored, in order of time: 2026-11-22. */
  String name() {
    return date.toString();
  }

  String next() {
    return date.plusDays(1).toString();
  }
}
