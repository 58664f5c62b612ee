package ma.jisr.service.wallet.benefit;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import ma.jisr.base.LocalText;
import ma.jisr.map.ledger.Bounds;

/**
 * What an agency says of a batch of benefits.
 *
 * @param title what it is, in its languages: "Aide directe, mars"
 * @param where how and where to collect it
 * @param from the first day on which it may be collected: recipients are told from then on
 * @param until the last day
 * @param area the id of the area whose people it is for; "" for the whole country
 */
public record BenefitDraft(
    LocalText title, LocalText where, LocalDate from, LocalDate until, String area) {
  /** Longest title, characters: with the rest of its message it fits one SMS of either script. */
  public static final int MAX_TITLE = 20;

  /** Longest place and way to collect, characters. */
  public static final int MAX_WHERE = 24;

  /** Longest id of an area, characters. */
  public static final int MAX_AREA = 120;

  /** How long a batch may last, days: longer, people have forgotten it. */
  public static final int MOST_DAYS = 180;

  /**
   * @throws IllegalArgumentException naming the field that cannot be
   */
  public BenefitDraft {
    Bounds.each("title", title, MAX_TITLE);
    Bounds.each("where", where, MAX_WHERE);
    if (until.isBefore(from)) throw new IllegalArgumentException("until: before its first day");
    if (ChronoUnit.DAYS.between(from, until) > MOST_DAYS)
      throw new IllegalArgumentException("until: more than " + MOST_DAYS + " days after from");
    if (!area.isEmpty()) Bounds.line("area", area, MAX_AREA);
  }
}
