package ma.jisr.service.notices.mailing;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours in which nobody is woken, by Morocco's clocks.
 *
 * @param from first quiet minute, such as 21:00
 * @param until first minute that is not, such as 08:00; may be of the next day
 */
public record Quiet(LocalTime from, LocalTime until) {
  private static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

  /** Whether this instant is in it. */
  public boolean has(Instant now) {
    LocalTime time = LocalTime.ofInstant(now, ZONE);
    boolean after = !time.isBefore(from);
    boolean before = time.isBefore(until);
    return from.isBefore(until) ? after && before : !from.equals(until) && (after || before);
  }

  /** When it ends, for an instant in it. */
  public Instant end(Instant now) {
    return next(now, until);
  }

  /** When it begins the next time. */
  public Instant start(Instant now) {
    return next(now, from);
  }

  private static Instant next(Instant now, LocalTime time) {
    ZonedDateTime at = now.atZone(ZONE);
    ZonedDateTime same = at.with(time);
    return (same.isAfter(at) ? same : same.plusDays(1)).toInstant();
  }
}
