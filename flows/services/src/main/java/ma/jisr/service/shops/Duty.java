package ma.jisr.service.shops;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import ma.jisr.map.hours.OpeningHours;

/**
 * The days on which a shop keeps open for others, as pharmacies take turns. A day's duty is from
 * {@link #CHANGE} to the same hour of the next day, since rosters change hands when the others
 * open.
 *
 * @param spans of days, in their order
 */
public record Duty(List<Span> spans) {
  /** When one duty ends and the next begins, in Morocco. */
  public static final LocalTime CHANGE = LocalTime.of(9, 0);

  /** Most spans: a year of every other week, and holidays. */
  public static final int MOST_SPANS = 60;

  public static final Duty NONE = new Duty(List.of());

  /**
   * @throws IllegalArgumentException when there are too many, or one ends before it begins
   */
  public Duty {
    spans = spans.stream().sorted().toList();
    if (spans.size() > MOST_SPANS)
      throw new IllegalArgumentException("duty: more than " + MOST_SPANS + " spans of days");
  }

  /**
   * Days in a row.
   *
   * @param to the last of them
   */
  public record Span(LocalDate from, LocalDate to) implements Comparable<Span> {
    public Span {
      if (to.isBefore(from))
        throw new IllegalArgumentException("duty: " + to + " is before " + from);
    }

    /** "2026-03-02" or "2026-03-02/2026-03-08" (ISO 8601-1, 5.5.2). */
    public static Span parse(String text) {
      int slash = text.indexOf('/');
      LocalDate from = LocalDate.parse(slash < 0 ? text : text.substring(0, slash));
      return new Span(from, slash < 0 ? from : LocalDate.parse(text.substring(slash + 1)));
    }

    boolean has(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(to);
    }

    @Override
    public int compareTo(Span other) {
      int first = from.compareTo(other.from);
      return first != 0 ? first : to.compareTo(other.to);
    }

    @Override
    public String toString() {
      return from.equals(to) ? from.toString() : from + "/" + to;
    }
  }

  /** Whether it is on duty at this moment. */
  public boolean on(Instant now) {
    if (spans.isEmpty()) return false;
    LocalDate day = day(now);
    for (Span span : spans) if (span.has(day)) return true;
    return false;
  }

  /** When the duty of this moment's day ends. */
  public static ZonedDateTime end(Instant now) {
    return day(now).plusDays(1).atTime(CHANGE).atZone(OpeningHours.ZONE);
  }

  private static LocalDate day(Instant now) {
    ZonedDateTime here = now.atZone(OpeningHours.ZONE);
    return here.toLocalTime().isBefore(CHANGE)
        ? here.toLocalDate().minusDays(1)
        : here.toLocalDate();
  }
}
