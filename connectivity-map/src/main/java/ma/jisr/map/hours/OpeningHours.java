package ma.jisr.map.hours;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When something is open, from OpenStreetMap's {@code opening_hours} (the subset of {@link
 * HoursRule}; anything else is kept raw and evaluates to unknown, never to a guess). Times are on
 * the clock of Africa/Casablanca, which steps back an hour in Ramadan: java.time knows when.
 * Immutable.
 */
public final class OpeningHours {
  public static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

  /** How far ahead the next change is looked for: "closed until Monday week" helps nobody. */
  public static final int HORIZON_DAYS = 8;

  /** Longest value read, characters: OpenStreetMap's own bound for a tag. */
  public static final int MAX_RAW = 255;

  private final String raw;
  private final List<HoursRule> rules;

  private OpeningHours(String raw, List<HoursRule> rules) {
    this.raw = raw;
    this.rules = rules;
  }

  /** The hours that a raw value says; unknown for an empty, wrong or more complicated one. */
  public static OpeningHours of(String raw) {
    return new OpeningHours(raw, rules(raw));
  }

  /** As it was written. */
  public String raw() {
    return raw;
  }

  /** Whether the value is one that we evaluate. */
  public boolean isKnown() {
    return !rules.isEmpty();
  }

  /** Whether it is open at this moment, and until when that holds. */
  public OpenState at(Instant now, PublicHolidays holidays) {
    if (rules.isEmpty()) return OpenState.UNKNOWN;
    ZonedDateTime local = now.atZone(ZONE);
    LocalDate today = local.toLocalDate();
    List<Interval> ahead = new ArrayList<>();
    for (int day = -1; day <= HORIZON_DAYS; day++) add(ahead, today.plusDays(day), holidays);
    for (Interval interval : merged(ahead)) {
      if (!interval.to().isAfter(local)) continue;
      if (interval.from().isAfter(local))
        return new OpenState(OpenState.Kind.CLOSED, interval.from());
      boolean beyond = interval.to().toLocalDate().isAfter(today.plusDays(HORIZON_DAYS - 1));
      return new OpenState(OpenState.Kind.OPEN, beyond ? null : interval.to());
    }
    return new OpenState(OpenState.Kind.CLOSED, null);
  }

  private record Interval(ZonedDateTime from, ZonedDateTime to) {}

  /** A later rule for the same day replaces the earlier ones, unless it adds to them. */
  private void add(List<Interval> intervals, LocalDate date, PublicHolidays holidays) {
    List<HoursRule.Span> spans = new ArrayList<>();
    for (HoursRule rule : rules) {
      if (!rule.isFor(date, holidays)) continue;
      if (!rule.additive()) spans.clear();
      spans.addAll(rule.spans());
    }
    for (HoursRule.Span span : spans)
      intervals.add(new Interval(moment(date, span.from()), moment(date, span.to())));
  }

  private static ZonedDateTime moment(LocalDate date, int minute) {
    LocalTime time = LocalTime.ofSecondOfDay(minute % HoursRule.DAY * 60L);
    return ZonedDateTime.of(date.plusDays(minute / HoursRule.DAY), time, ZONE);
  }

  private static List<Interval> merged(List<Interval> intervals) {
    List<Interval> sorted = new ArrayList<>(intervals);
    sorted.sort((a, b) -> a.from().compareTo(b.from()));
    List<Interval> merged = new ArrayList<>();
    for (Interval next : sorted) {
      Interval last = merged.isEmpty() ? null : merged.getLast();
      if (last == null || next.from().isAfter(last.to())) merged.add(next);
      else if (next.to().isAfter(last.to()))
        merged.set(merged.size() - 1, new Interval(last.from(), next.to()));
    }
    return merged;
  }

  private static List<HoursRule> rules(String raw) {
    if (raw.isBlank() || raw.length() > MAX_RAW) return List.of();
    try {
      List<HoursRule> rules = new ArrayList<>();
      for (Rule rule : new OpeningHoursParser(new StringReader(raw)).rules(false)) {
        Optional<HoursRule> known = HoursRule.of(rule);
        if (known.isEmpty()) return List.of();
        rules.add(known.get());
      }
      return List.copyOf(rules);
    } catch (OpeningHoursParseException | RuntimeException e) {
      return List.of();
    }
  }
}
