package ma.jisr.gateway.limit;

import java.time.Instant;
import java.util.Map;
import ma.jisr.gateway.metrics.Counters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may still be written to: nobody costs more than the {@link Limits} say, in segments, neither
 * one number in an hour nor one feature of one link in a day. Each process logs and counts an alarm
 * once when it sees 80 % of a day's ceiling used and once when it is full. Callable from any
 * thread.
 */
public final class Ceilings {
  private static final Logger LOG = LoggerFactory.getLogger(Ceilings.class);

  /** Time enough to ask the operator for more before the ceiling holds. Percent. */
  static final int ALARM = 80;

  private final Limits limits;
  private final Ledger ledger;
  private final Counters counters;

  public Ceilings(Limits limits, Ledger ledger, Counters counters) {
    this.limits = limits;
    this.ledger = ledger;
    this.counters = counters;
  }

  /** Why a text is not sent. */
  public enum Verdict {
    GOES,
    /** This number has had its segments of the hour. */
    NUMBER,
    /** This feature has had its segments of the day on this link. */
    FEATURE
  }

  /**
   * Whether a text may go that nobody owes: one that answers what has just been typed, or bulk.
   *
   * @param spent by the person before it, the same turn's texts included
   */
  public Verdict verdict(String link, String feature, Spent spent, int segments, Instant now) {
    if (limits.numberHour() != Limits.OFF && spent.at(now) + segments > limits.numberHour())
      return Verdict.NUMBER;
    if (limits.featureDay() == Limits.OFF) return Verdict.GOES;
    long before = ledger.spent(link, feature, now);
    if (before + segments <= limits.featureDay()) return Verdict.GOES;
    // Full by what others have spent, too: nothing need be spent here any more.
    alarm(link, feature, before, now);
    return Verdict.FEATURE;
  }

  /** These segments are stored to be sent, whether owed or not. */
  public void spend(String link, String feature, int segments, Instant now) {
    long after = ledger.add(link, feature, segments, now);
    if (limits.featureDay() == Limits.OFF) return;
    alarm(link, feature, after, now);
  }

  private void alarm(String link, String feature, long sum, Instant now) {
    alarm(link, feature, sum, ALARM, now);
    alarm(link, feature, sum, 100, now);
  }

  /** The mark may be passed by what another process spent: who first sees it passed says so. */
  private void alarm(String link, String feature, long sum, int percent, Instant now) {
    if (sum < (long) limits.featureDay() * percent / 100) return;
    if (!ledger.first(link, feature, percent, now)) return;
    LOG.atWarn()
        .addKeyValue("link", link)
        .addKeyValue("feature", feature)
        .log("{} % of the day's segments are used", percent);
    counters.count(
        "limit.alarm", Map.of("link", link, "feature", feature, "percent", "" + percent));
  }
}
