package ma.jisr.map.hours;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * When something is open as seen from one day, on the clock of Casablanca: the days until the
 * horizon laid out once, so that each moment of that day is answered by a look. Knows the holidays
 * and the hour that Ramadan takes away, for it is made of dates and not of weekdays. Immutable.
 */
final class WeekTable {
  private final Almanac almanac;

  /** The day's first second, and the first one after it: seconds since 1970. */
  private final long begins;

  private final long ends;

  /** Those that a moment of the day may lie in or before, in order; apart from one another. */
  private final List<Interval> intervals;

  /** What is answered when no interval is left. */
  private final OpenState otherwise;

  private WeekTable(
      Almanac almanac, long begins, long ends, List<Interval> intervals, OpenState otherwise) {
    this.almanac = almanac;
    this.begins = begins;
    this.ends = ends;
    this.intervals = intervals;
    this.otherwise = otherwise;
  }

  /**
   * Open from one second until before another.
   *
   * @param before what is answered before it
   * @param within what is answered within it
   */
  private record Interval(long from, long to, OpenState before, OpenState within) {}

  private record Span(ZonedDateTime from, ZonedDateTime to) {}

  /** The table of the day on which a moment lies. */
  static WeekTable of(OpeningHours hours, Instant now, Almanac almanac) {
    LocalDate today = LocalDate.ofInstant(now, OpeningHours.ZONE);
    long begins = today.atStartOfDay(OpeningHours.ZONE).toEpochSecond();
    long ends = today.plusDays(1).atStartOfDay(OpeningHours.ZONE).toEpochSecond();
    LocalDate unknown = firstUnknown(hours, today, almanac);
    if (!unknown.isAfter(today))
      return new WeekTable(almanac, begins, ends, List.of(), OpenState.UNKNOWN);
    LocalDate horizon = today.plusDays(OpeningHours.HORIZON_DAYS - 1);
    List<Interval> intervals = new ArrayList<>();
    for (Span span : merged(spans(hours, today, unknown, almanac))) {
      long to = span.to().toEpochSecond();
      long from = span.from().toEpochSecond();
      if (to <= begins) continue;
      LocalDate until = span.to().toLocalDate();
      boolean beyond = until.isAfter(horizon) || !until.isBefore(unknown);
      intervals.add(
          new Interval(
              from,
              to,
              new OpenState(OpenState.Kind.CLOSED, span.from()),
              new OpenState(OpenState.Kind.OPEN, beyond ? null : span.to())));
      if (from >= ends) break;
    }
    return new WeekTable(almanac, begins, ends, List.copyOf(intervals), OpenState.CLOSED);
  }

  /** The first day whose hours matter and that nobody knows. */
  private static LocalDate firstUnknown(OpeningHours hours, LocalDate today, Almanac almanac) {
    for (int day = hours.passMidnight() ? -1 : 0; day <= OpeningHours.HORIZON_DAYS; day++)
      if (hours.rules(today.plusDays(day), almanac).isEmpty()) return today.plusDays(day);
    return LocalDate.MAX;
  }

  /** Whether the moment lies on its day, by the same almanac. */
  boolean isFor(Instant now, Almanac other) {
    long second = now.getEpochSecond();
    return second >= begins && second < ends && almanac.equals(other);
  }

  /** Whether it is open at a moment of its day. */
  OpenState at(Instant now) {
    long second = now.getEpochSecond();
    for (int i = 0; i < intervals.size(); i++) {
      Interval interval = intervals.get(i);
      if (interval.to <= second) continue;
      return interval.from > second ? interval.before : interval.within;
    }
    return otherwise;
  }

  private static List<Span> spans(
      OpeningHours hours, LocalDate today, LocalDate unknown, Almanac almanac) {
    List<Span> ahead = new ArrayList<>();
    for (int day = -1; day <= OpeningHours.HORIZON_DAYS; day++) {
      LocalDate date = today.plusDays(day);
      if (!date.isBefore(unknown)) break;
      add(ahead, hours.rules(date, almanac), date, almanac.holidays());
    }
    ahead.sort(Comparator.comparing(Span::from));
    return ahead;
  }

  private static void add(
      List<Span> spans, List<HoursRule> rules, LocalDate date, PublicHolidays holidays) {
    List<HoursRule.Span> minutes = List.of();
    for (HoursRule rule : rules) if (rule.isFor(date, holidays)) minutes = rule.after(minutes);
    for (HoursRule.Span span : minutes)
      spans.add(new Span(moment(date, span.from()), moment(date, span.to())));
  }

  private static ZonedDateTime moment(LocalDate date, int minute) {
    LocalTime time = LocalTime.ofSecondOfDay(minute % HoursRule.DAY * 60L);
    return ZonedDateTime.of(date.plusDays(minute / HoursRule.DAY), time, OpeningHours.ZONE);
  }

  private static List<Span> merged(List<Span> sorted) {
    List<Span> merged = new ArrayList<>();
    for (Span next : sorted) {
      Span last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || next.from().isAfter(last.to())) merged.add(next);
      else if (next.to().isAfter(last.to()))
        merged.set(merged.size() - 1, new Span(last.from(), next.to()));
    }
    return merged;
  }
}
