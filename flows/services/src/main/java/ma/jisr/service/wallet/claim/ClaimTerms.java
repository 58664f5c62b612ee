package ma.jisr.service.wallet.claim;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import ma.jisr.map.hours.PublicHolidays;
import ma.jisr.map.ledger.Bounds;

/**
 * Until when claims are taken up and answered: dated, for rules change and a claim keeps those of
 * the day on which it was made. Working days are Monday to Friday but for public holidays.
 *
 * @param all by the day from which they hold; the first holds for what came before, too
 */
public record ClaimTerms(List<Term> all) {
  /** Longest term, working days: a year. */
  public static final int MOST_DAYS = 250;

  /** The place whose days are counted. */
  static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

  /**
   * To be taken up on the next working day; answered within ten working days as a rule, and within
   * forty as circulars on complaints to credit institutions have it. Whether those hold for payment
   * institutions is for whoever operates it to say: see docs/wallet.md.
   */
  public static final ClaimTerms USUAL =
      new ClaimTerms(List.of(new Term(LocalDate.of(2000, 1, 1), 1, 10, 40)));

  /**
   * What holds from a day on.
   *
   * @param from the day
   * @param take working days until somebody has taken it up
   * @param target working days within which an answer is promised
   * @param most working days after which it is overdue by law
   */
  public record Term(LocalDate from, int take, int target, int most) {
    public Term {
      Bounds.within("take", take, 1, MOST_DAYS);
      Bounds.within("target", target, take, MOST_DAYS);
      Bounds.within("most", most, target, MOST_DAYS);
    }
  }

  /**
   * When the clocks of one claim run out: the last instant of a day each.
   *
   * @param take of being taken up
   * @param target of the answer that is promised
   * @param most of the answer by law
   */
  public record Clocks(Instant take, Instant target, Instant most) {}

  /**
   * @throws IllegalArgumentException when there is none
   */
  public ClaimTerms {
    if (all.isEmpty()) throw new IllegalArgumentException("no terms of claims");
    all = all.stream().sorted(Comparator.comparing(Term::from)).toList();
  }

  /** The clocks of a claim that is made now. */
  Clocks clocks(Instant now, PublicHolidays holidays) {
    LocalDate day = now.atZone(ZONE).toLocalDate();
    Term term = all.getFirst();
    for (Term one : all) if (!one.from().isAfter(day)) term = one;
    return new Clocks(
        end(working(day, term.take(), holidays)),
        end(working(day, term.target(), holidays)),
        end(working(day, term.most(), holidays)));
  }

  private static LocalDate working(LocalDate from, int days, PublicHolidays holidays) {
    LocalDate day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      boolean off =
          day.getDayOfWeek() == DayOfWeek.SATURDAY
              || day.getDayOfWeek() == DayOfWeek.SUNDAY
              || holidays.contains(day);
      if (!off) left--;
    }
    return day;
  }

  private static Instant end(LocalDate day) {
    return day.atTime(LocalTime.of(23, 59)).atZone(ZONE).toInstant();
  }
}
