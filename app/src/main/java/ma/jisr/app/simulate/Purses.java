package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.text.Segments;
import ma.jisr.flow.Urgency;
import ma.jisr.gateway.delivery.OutboxEntry;
import ma.jisr.gateway.limit.Limits;

/** What was spent on whom, by whom, as durable turns say, held against the limits. */
final class Purses {
  /** The feature whose purse is watched, and what its answers begin with. */
  static final String FEATURE = "rehearsal.look";

  private static final String ANSWER = "Vu ";
  private static final int ALARM = 80;
  private static final ZoneId ZONE = ZoneId.of("Africa/Casablanca");

  /** Clocks are so far apart, and turns so long under way, that nobody can say which hour it is. */
  private static final Duration TWILIGHT = Duration.ofSeconds(20);

  /** How long a process may not know what others have spent: decision 0155. */
  private static final Duration BALANCE = Duration.ofSeconds(1);

  /** The same while the store refuses or loses replies: some tries in a row. */
  private static final Duration TROUBLED = Duration.ofSeconds(30);

  private final Limits limits;
  private final Findings findings;
  private final Duration late;
  private final List<Spent> spent = new ArrayList<>();
  private final Map<String, Integer> hours = new HashMap<>();
  private final Map<String, Integer> asked = new HashMap<>();
  private final Map<String, Instant> born = new HashMap<>();
  private final Map<String, Instant> died = new HashMap<>();
  private final Set<String> warned = new HashSet<>();

  private record Spent(String process, boolean watched, int segments, Instant at) {}

  /**
   * @param limits that must hold, whatever the engine was told
   * @param weather of the storm
   */
  Purses(Limits limits, Weather weather, Findings findings) {
    this.limits = limits;
    this.findings = findings;
    boolean well = weather.refuse() == 0 && weather.lose() == 0;
    Duration way = weather.slowest().multipliedBy(5);
    this.late = (well ? BALANCE : TROUBLED).plus(way);
  }

  void born(String process, Instant now) {
    born.put(process, now);
  }

  void died(String process, Instant now) {
    died.put(process, now);
  }

  /**
   * A durable turn has said something.
   *
   * @param owed whether nobody asked for it in this turn
   */
  void made(String name, OutboxEntry entry, boolean owed, String process, Instant now) {
    if (limits.numberHour() == Limits.OFF || entry.returnPath()) return;
    boolean goes =
        entry.urgency() == Urgency.EMERGENCY || (owed && entry.urgency() == Urgency.REPLY);
    int segments = Segments.of(entry.text()).count();
    if (!goes) {
      number(name, segments, now);
      if (entry.text().startsWith(ANSWER)) feature(name, process, segments, now);
    }
    if (clear(now)) hours.merge(name + hour(now), segments, Integer::sum);
    spent.add(new Spent(process, entry.text().startsWith(ANSWER), segments, now));
  }

  private static long hour(Instant at) {
    return Math.floorDiv(at.getEpochSecond(), 3600);
  }

  private static boolean clear(Instant now) {
    return hour(now.minus(TWILIGHT)) == hour(now.plus(TWILIGHT));
  }

  /** Owed or not, all count; only what is not owed is held back. */
  private void number(String name, int segments, Instant now) {
    int before = hours.getOrDefault(name + hour(now), 0);
    if (clear(now) && before + segments > limits.numberHour())
      over(name, before + segments + " segments in an hour");
    // Around the full hour both hours' segments may go, and no more.
    int all = asked.merge(name, segments, Integer::sum);
    if (all > 2 * limits.numberHour()) over(name, all + " segments in two hours");
  }

  private void feature(String name, String process, int segments, Instant now) {
    if (!day(now).equals(day(now.minus(late).minus(late))) || !day(now).equals(day(now.plus(late))))
      return;
    long known = known(process, now);
    if (known + segments > limits.featureDay())
      over(name, process + " knew of " + known + " segments in the day");
    if (known * 100 >= (long) limits.featureDay() * ALARM) warned.add(process);
  }

  private void over(String name, String detail) {
    findings.violated(Invariant.WITHIN_CEILINGS, name, detail);
  }

  private static String day(Instant at) {
    return at.atZone(ZONE).toLocalDate().toString();
  }

  /** What a process cannot but know of: it has looked after its last spending long enough ago. */
  private long known(String process, Instant now) {
    Instant before = now.minus(late);
    Instant birth = born.getOrDefault(process, now);
    Instant looked = birth.isAfter(before) ? Instant.EPOCH : birth;
    for (Spent one : spent)
      if (one.process().equals(process) && !one.at().isAfter(before)) looked = one.at();
    long sum = 0;
    for (Spent one : spent) {
      if (!one.watched() || !day(one.at()).equals(day(now))) continue;
      Instant seen = one.process().equals(process) ? before : looked.minus(late);
      if (!one.at().isAfter(seen) && survived(one)) sum += one.segments();
    }
    return sum;
  }

  /** What was spent just before a crash is in nobody's books. */
  private boolean survived(Spent one) {
    Instant end = died.get(one.process());
    return end == null || !one.at().isAfter(end.minus(late));
  }

  /** How many days of those who pay have been begun. */
  static int days(Instant from, Instant to) {
    return (int)
            ChronoUnit.DAYS.between(from.atZone(ZONE).toLocalDate(), to.atZone(ZONE).toLocalDate())
        + 1;
  }

  /** Processes that cannot but have warned of the day's ceiling. */
  boolean warned(String process) {
    return warned.contains(process);
  }
}
