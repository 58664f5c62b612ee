package ma.jisr.map.hours;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import java.io.StringReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something is open, from OpenStreetMap's {@code opening_hours} (the subset of {@link
 * HoursRule}; anything else is kept raw and evaluates to unknown, never to a guess). Times are on
 * the clock of Africa/Casablanca, which steps back an hour in Ramadan: java.time knows when. Safe
 * on any thread: what it says never changes; it keeps the table of the day it was asked about last.
 */
public final class OpeningHours {
  public static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

  /** How far ahead the next change is looked for: "closed until Monday week" helps nobody. */
  public static final int HORIZON_DAYS = 8;

  /** Longest value read, characters: OpenStreetMap's own bound for a tag. */
  public static final int MAX_RAW = 255;

  private final String raw;
  private final List<HoursRule> rules;
  private volatile @Nullable WeekTable week;

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
    WeekTable table = week;
    if (table == null || !table.isFor(now, holidays)) {
      table = WeekTable.of(rules, now, holidays);
      week = table;
    }
    return table.at(now);
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
