package ma.jisr.map.hours;

import ch.poole.openinghoursparser.OpeningHoursParseException;
import ch.poole.openinghoursparser.OpeningHoursParser;
import ch.poole.openinghoursparser.Rule;
import java.io.StringReader;
import java.time.Instant;
import java.time.LocalDate;
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

  /** What is written around a break, characters. */
  private static final int FRIDAY = 7;

  private final Timetable timetable;
  private final List<HoursRule> usual;
  private final List<HoursRule> ramadan;
  private volatile @Nullable WeekTable week;

  private OpeningHours(Timetable timetable, List<HoursRule> usual, List<HoursRule> ramadan) {
    this.timetable = timetable;
    this.usual = usual;
    this.ramadan = ramadan;
  }

  /** The hours that a raw value says, all the year; unknown for one that we cannot evaluate. */
  public static OpeningHours of(String raw) {
    return of(Timetable.of(raw));
  }

  /**
   * The hours that a timetable says. Where one of its three lines cannot be evaluated, the hours of
   * the days that it is for are unknown.
   */
  public static OpeningHours of(Timetable timetable) {
    List<HoursRule> usual = broken(rules(timetable.usual()), timetable.fridayBreak());
    List<HoursRule> ramadan =
        timetable.ramadan().isBlank()
            ? usual
            : broken(rules(timetable.ramadan()), timetable.fridayBreak());
    return new OpeningHours(timetable, usual, ramadan);
  }

  /** As it was written. */
  public Timetable timetable() {
    return timetable;
  }

  /** Whether the usual hours are such that we evaluate them. */
  public boolean isKnown() {
    return !usual.isEmpty();
  }

  /** Whether it is open at this moment, and until when that holds. */
  public OpenState at(Instant now, Almanac almanac) {
    if (usual.isEmpty() && ramadan.isEmpty()) return OpenState.UNKNOWN;
    WeekTable table = week;
    if (table == null || !table.isFor(now, almanac)) {
      table = WeekTable.of(this, now, almanac);
      week = table;
    }
    return table.at(now);
  }

  /** The rules of a day; empty when nobody knows them. */
  List<HoursRule> rules(LocalDate date, Almanac almanac) {
    if (timetable.ramadan().isBlank()) return usual;
    return switch (almanac.ramadan().on(date)) {
      case NO -> usual;
      case YES -> ramadan;
      case PERHAPS -> List.of();
    };
  }

  /** Whether the hours of some day reach into the next. */
  boolean passMidnight() {
    return pass(usual) || pass(ramadan);
  }

  private static boolean pass(List<HoursRule> rules) {
    for (HoursRule rule : rules)
      for (HoursRule.Span span : rule.spans()) if (span.to() > HoursRule.DAY) return true;
    return false;
  }

  private static List<HoursRule> broken(List<HoursRule> rules, String fridayBreak) {
    if (rules.isEmpty() || fridayBreak.isBlank()) return rules;
    List<HoursRule> off = rules("Fr " + fridayBreak + " off");
    if (off.size() != 1 || off.getFirst().effect() != HoursRule.Effect.TAKES) return List.of();
    List<HoursRule> all = new ArrayList<>(rules);
    all.addAll(off);
    return List.copyOf(all);
  }

  private static List<HoursRule> rules(String raw) {
    if (raw.isBlank() || raw.length() > MAX_RAW + FRIDAY) return List.of();
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
