package ma.jisr.service.tickets;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.hours.OpenState;
import ma.jisr.map.hours.OpeningHours;
import ma.jisr.map.hours.Timetable;
import org.jspecify.annotations.Nullable;

/** The hours of shops as their queues see them. Callable from any thread. */
final class Hours {
  /** Timetables kept read: reading one costs a thousand times what asking it does. */
  private static final int KEPT = 2_000;

  private final Almanac almanac;
  private final Map<Timetable, OpeningHours> read =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Timetable, OpeningHours> eldest) {
          return size() > KEPT;
        }
      };

  Hours(Almanac almanac) {
    this.almanac = almanac;
  }

  OpenState at(Timetable timetable, Instant when) {
    OpeningHours hours;
    synchronized (read) {
      hours = read.computeIfAbsent(timetable, OpeningHours::of);
    }
    return hours.at(when, almanac);
  }

  /**
   * When it opens next within the day; now when it is open, or nobody knows its hours; else null.
   */
  @Nullable Instant opens(Timetable timetable, LocalDate day, Instant now) {
    OpenState state = at(timetable, now);
    if (state.kind() != OpenState.Kind.CLOSED) return now;
    ZonedDateTime next = state.until();
    if (next == null || !Days.of(next.toInstant()).equals(day)) return null;
    return next.toInstant();
  }

  /** When it closes for the last time of the day, as far as is known. */
  Instant closes(Timetable timetable, LocalDate day, Instant now) {
    Instant end = Days.end(day);
    Instant from = now;
    for (int breaks = 0; breaks < MOST_BREAKS; breaks++) {
      OpenState state = at(timetable, from);
      if (state.kind() == OpenState.Kind.UNKNOWN) return end;
      ZonedDateTime until = state.until();
      if (until == null || !until.toInstant().isBefore(end)) return state.isOpen() ? end : from;
      from = until.toInstant();
    }
    return from;
  }

  /** Nobody opens more often in a day. */
  private static final int MOST_BREAKS = 12;

  /** Whether nobody is served any more on a day, overtime included. */
  boolean over(Timetable timetable, LocalDate day, Instant now) {
    if (!now.isBefore(Days.end(day))) return true;
    if (now.isBefore(Days.begin(day))) return false;
    return opens(timetable, day, now) == null
        && opens(timetable, day, now.minus(TicketRules.OVERTIME)) == null;
  }

  /** When it is shut in between on a day, from an instant on. */
  List<Forecast.Break> breaks(Timetable timetable, LocalDate day, Instant from) {
    List<Forecast.Break> breaks = new ArrayList<>();
    Instant at = from;
    while (breaks.size() < MOST_BREAKS) {
      OpenState state = at(timetable, at);
      ZonedDateTime shuts = state.until();
      if (!state.isOpen() || shuts == null) return breaks;
      Instant opens = opens(timetable, day, shuts.toInstant());
      if (opens == null || !opens.isAfter(shuts.toInstant())) return breaks;
      breaks.add(new Forecast.Break(shuts.toInstant(), opens));
      at = opens;
    }
    return breaks;
  }

  /** When it must be seen whether the day is over for those who still wait. */
  Instant lastLook(Timetable timetable, LocalDate day, Instant now) {
    Instant begin = Days.begin(day);
    Instant closed =
        closes(timetable, day, now.isBefore(begin) ? begin : now)
            .plus(TicketRules.OVERTIME)
            .plus(AFTER);
    Instant look = closed.isBefore(Days.end(day)) ? closed : Days.end(day);
    return look.isAfter(now.plus(AGAIN)) ? look : now.plus(AGAIN);
  }

  private static final Duration AFTER = Duration.ofMinutes(1);

  /** Between two looks at what is not over yet although its hours are. */
  private static final Duration AGAIN = Duration.ofMinutes(15);

  /** Whether it is open all through. */
  boolean open(Timetable timetable, Instant from, Duration length) {
    OpenState state = at(timetable, from);
    if (!state.isOpen()) return false;
    ZonedDateTime until = state.until();
    return until == null || !until.toInstant().isBefore(from.plus(length));
  }
}
