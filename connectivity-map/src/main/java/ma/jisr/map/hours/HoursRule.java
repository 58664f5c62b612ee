package ma.jisr.map.hours;

import ch.poole.openinghoursparser.Holiday;
import ch.poole.openinghoursparser.Rule;
import ch.poole.openinghoursparser.RuleModifier;
import ch.poole.openinghoursparser.TimeSpan;
import ch.poole.openinghoursparser.WeekDay;
import ch.poole.openinghoursparser.WeekDayRange;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One rule of an {@code opening_hours} value, of the subset that we evaluate: weekdays, public
 * holidays, clock times, off.
 *
 * @param days the weekdays it is for; all when the rule names none
 * @param holidays whether it is for public holidays
 * @param effect what its spans do to the rules before it
 * @param spans minutes of the day
 */
record HoursRule(Set<DayOfWeek> days, boolean holidays, Effect effect, List<Span> spans) {
  /** From a minute of the day until before another; beyond 1440 it reaches into the next day. */
  record Span(int from, int to) {}

  /** What a rule does to the hours that the rules before it gave a day. */
  enum Effect {
    /** The day's hours are these alone; none for "off". */
    REPLACES,
    /** The day has these hours too. */
    ADDS,
    /** The day has not these hours: a break. */
    TAKES
  }

  static final int DAY = 24 * 60;

  /** Whether the rule speaks about this date. */
  boolean isFor(LocalDate date, PublicHolidays publicHolidays) {
    return days.contains(date.getDayOfWeek()) || (holidays && publicHolidays.contains(date));
  }

  /** The rule, or empty when it says something outside the subset. */
  static Optional<HoursRule> of(Rule rule) {
    boolean outside =
        rule.isEmpty()
            || rule.isFallBack()
            || rule.getComment() != null
            || isThere(rule.getYears())
            || isThere(rule.getWeeks())
            || isThere(rule.getDates());
    if (outside) return Optional.empty();
    Optional<Boolean> open = open(rule.getModifier());
    Optional<Boolean> holidays = holidays(rule.getHolidays());
    Optional<Set<DayOfWeek>> days = days(rule.getDays(), isThere(rule.getHolidays()));
    Optional<List<Span>> spans = spans(rule);
    if (open.isEmpty() || holidays.isEmpty() || days.isEmpty() || spans.isEmpty())
      return Optional.empty();
    return Optional.of(
        new HoursRule(days.get(), holidays.get(), effect(rule, open.get()), spans.get()));
  }

  /** "Off" for some hours is a break; without hours it is for the whole day. */
  private static Effect effect(Rule rule, boolean open) {
    if (!open) return Effect.TAKES;
    return rule.isAdditive() ? Effect.ADDS : Effect.REPLACES;
  }

  /** What is left of the hours of a day after this rule. */
  List<Span> after(List<Span> before) {
    List<Span> left = new ArrayList<>();
    switch (effect) {
      case REPLACES -> left.addAll(spans);
      case ADDS -> {
        left.addAll(before);
        left.addAll(spans);
      }
      case TAKES -> before.forEach(span -> take(span, left));
    }
    return left;
  }

  /** A day's span may begin in the day and end in the next: "off" for the day takes it whole. */
  private void take(Span span, List<Span> left) {
    boolean wholeDay = spans.contains(new Span(0, DAY));
    if (wholeDay) return;
    List<Span> pieces = List.of(span);
    for (Span taken : spans) {
      List<Span> smaller = new ArrayList<>();
      for (Span piece : pieces) {
        int end = Math.min(piece.to(), taken.from());
        int start = Math.max(piece.from(), taken.to());
        if (end <= piece.from() && start >= piece.to()) continue;
        if (end > piece.from()) smaller.add(new Span(piece.from(), end));
        if (start < piece.to()) smaller.add(new Span(start, piece.to()));
      }
      pieces = smaller;
    }
    left.addAll(pieces);
  }

  private static boolean isThere(@Nullable List<?> list) {
    return list != null && !list.isEmpty();
  }

  private static Optional<Boolean> open(@Nullable RuleModifier modifier) {
    if (modifier == null) return Optional.of(true);
    // A comment alone ("sur rendez-vous") means that the hours are not the whole truth.
    if (modifier.getModifier() == null) return Optional.empty();
    return switch (modifier.getModifier()) {
      case OPEN -> Optional.of(true);
      case OFF, CLOSED -> Optional.of(false);
      case UNKNOWN -> Optional.empty();
    };
  }

  private static Optional<Boolean> holidays(@Nullable List<Holiday> holidays) {
    if (holidays == null || holidays.isEmpty()) return Optional.of(false);
    boolean plain =
        holidays.stream().allMatch(h -> h.getType() == Holiday.Type.PH && h.getOffset() == 0);
    return plain ? Optional.of(true) : Optional.empty();
  }

  private static Optional<Set<DayOfWeek>> days(
      @Nullable List<WeekDayRange> ranges, boolean holidaysNamed) {
    Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
    if (ranges == null || ranges.isEmpty())
      return Optional.of(holidaysNamed ? days : EnumSet.allOf(DayOfWeek.class));
    for (WeekDayRange range : ranges) {
      if (isThere(range.getNths()) || range.getOffset() != 0) return Optional.empty();
      DayOfWeek day = day(range.getStartDay());
      DayOfWeek last = range.getEndDay() == null ? day : day(range.getEndDay());
      for (; day != last; day = day.plus(1)) days.add(day);
      days.add(last);
    }
    return Optional.of(days);
  }

  private static DayOfWeek day(WeekDay day) {
    return switch (day) {
      case MO -> DayOfWeek.MONDAY;
      case TU -> DayOfWeek.TUESDAY;
      case WE -> DayOfWeek.WEDNESDAY;
      case TH -> DayOfWeek.THURSDAY;
      case FR -> DayOfWeek.FRIDAY;
      case SA -> DayOfWeek.SATURDAY;
      case SU -> DayOfWeek.SUNDAY;
    };
  }

  private static Optional<List<Span>> spans(Rule rule) {
    List<TimeSpan> times = rule.getTimes();
    if (times == null || times.isEmpty()) return Optional.of(List.of(new Span(0, DAY)));
    List<Span> spans = new ArrayList<>();
    for (TimeSpan time : times) {
      int from = time.getStart();
      int to = time.getEnd();
      boolean clock =
          time.getStartEvent() == null
              && time.getEndEvent() == null
              && !time.isOpenEnded()
              && time.getInterval() <= 0
              && from >= 0
              && to >= 0;
      if (!clock) return Optional.empty();
      spans.add(new Span(from, to > from ? to : to + DAY));
    }
    return Optional.of(spans);
  }
}
