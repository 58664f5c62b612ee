package ma.jisr.service.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.map.hours.OpeningHours;

/**
 * What can be said at one moment about how long somebody waits in a line. What an hour usually
 * takes is learnt and drawn towards what all hours take, that towards what the shop has said, each
 * by how much is known; the last turns say whether today is slower or faster.
 */
final class Forecast {
  /** What the shop says counts as so many turns. */
  private static final double SAID = 2;

  /** What all hours take counts as so many turns of this hour. */
  private static final double OTHERS = 6;

  /** No more than so many turns speak of all hours. */
  private static final double MOST_OTHERS = 30;

  /** Turns of today count for the pace of today once there are more than so many. */
  private static final double TODAY = 4;

  /** How long the last turns say anything about now. */
  private static final Duration LATELY = Duration.ofHours(2);

  /** Spread of what nobody has measured, as a part of what the shop says. */
  private static final double UNMEASURED = 0.6;

  /** Four of five lie within so many standard deviations. */
  private static final double FOUR_OF_FIVE = 1.28;

  /** Turns after which a single guess may be told. */
  private static final int SURE = 8;

  /** Nobody is told more, minutes: a day is over then. */
  private static final int MOST_MINUTES = 600;

  private final Pace pace;
  private final double mean;
  private final double[] usual = new double[24];
  private final double today;
  private final double spread;
  private final double known;
  private final int seen;
  private final Instant now;
  private final Instant begins;
  private final Counters counters;
  private final List<Break> breaks;

  /** The shop is shut in between. */
  record Break(Instant from, Instant to) {}

  /**
   * Who serves.
   *
   * @param least working for this line at least
   * @param likely working, as far as is known
   * @param most that there are
   * @param free whether one of them has nobody
   * @param elapsed seconds that those who are being served have been so, on average
   */
  record Counters(double least, double likely, double most, boolean free, double elapsed) {
    boolean isKnown() {
      return least == most;
    }
  }

  /**
   * @param said what the shop expects a turn to take, minutes
   * @param begins when anybody is served: now, at the end of a pause, when the shop opens
   * @param breaks when nobody is served after that, in order
   */
  Forecast(
      double said, Pace pace, Counters counters, Instant now, Instant begins, List<Break> breaks) {
    this.now = now;
    this.begins = begins;
    this.breaks = List.copyOf(breaks);
    this.counters = counters;
    List<Integer> every = new ArrayList<>();
    pace.hours().forEach(every::addAll);
    Sample all = Sample.of(every);
    double others = Math.min(all.size(), MOST_OTHERS);
    this.pace = pace;
    this.mean = (SAID * said * 60 + others * all.mean()) / (SAID + others);
    List<Pace.Turn> lately =
        pace.recent().stream().filter(t -> t.at().isAfter(now.minus(LATELY))).toList();
    this.today = today(lately);
    this.spread = all.size() < SURE ? UNMEASURED * mean : all.spread();
    this.known = SAID + others + 2 * lately.size();
    this.seen = all.size();
  }

  /** What a turn that begins in an hour of the day usually takes, seconds. */
  private double usual(int hour) {
    if (usual[hour] == 0) {
      Sample own = Sample.of(pace.hours().get(hour));
      usual[hour] = (OTHERS * mean + own.size() * own.mean()) / (OTHERS + own.size());
    }
    return usual[hour];
  }

  /** How much slower the last turns were than such turns usually are. */
  private double today(List<Pace.Turn> lately) {
    if (lately.isEmpty()) return 1;
    List<Integer> parts = new ArrayList<>();
    for (Pace.Turn turn : lately) {
      Instant began = turn.at().minusSeconds(turn.seconds());
      parts.add((int) (1000 * turn.seconds() / usual(Pace.hour(began))));
    }
    Sample sample = Sample.of(parts);
    return (TODAY + sample.size() * sample.mean() / 1000) / (TODAY + sample.size());
  }

  /**
   * About how long until the turn of somebody.
   *
   * @param ahead how many are served before them
   */
  Estimate wait(int ahead) {
    double until = Math.max(0, Duration.between(now, begins).toSeconds());
    if (ahead == 0 && counters.free() && until == 0) return Estimate.NOW;
    double likely = until + seconds(ahead, counters.likely());
    double each = usual(Pace.hour(begins)) * today;
    double ofTurns = spread * Math.sqrt(ahead + 1.0) / counters.likely();
    double ofMean = spread / Math.sqrt(known) * ahead / counters.likely();
    double off = FOUR_OF_FIVE * Math.sqrt(ofTurns * ofTurns + ofMean * ofMean);
    double low = until + seconds(ahead, counters.most());
    double high = until + seconds(ahead, counters.least());
    low = Math.max(until, Math.min(low, likely) - off);
    high = Math.max(high, likely) + Math.max(off, each / 4);
    boolean sure = seen >= SURE && counters.isKnown() && high - low <= Math.max(600, likely);
    return new Estimate(minutes(low, 0), minutes(likely, 0.5), minutes(high, 0.99), sure);
  }

  /** Over the hours: a line that lasts into the evening is served at the evening's pace. */
  private double seconds(int ahead, double working) {
    double left = ahead * pace.calls() + (counters.free() ? 0 : residual());
    double passed = 0;
    Instant at = begins;
    while (left > 0 && passed < MOST_MINUTES * 60) {
      double each = usual(Pace.hour(at)) * today / working;
      double rest = rest(at);
      double turns = Math.min(left, rest / each);
      left -= turns;
      passed += turns * each;
      if (left > 0) passed += shut(begins.plusSeconds((long) Math.ceil(passed)));
      at = begins.plusSeconds((long) Math.ceil(passed));
    }
    return passed;
  }

  /** Seconds until the hour ends, or the shop shuts. */
  private double rest(Instant at) {
    double rest = 3600 - at.atZone(OpeningHours.ZONE).toLocalTime().toSecondOfDay() % 3600;
    for (Break shut : breaks)
      if (shut.from().isAfter(at))
        rest = Math.min(rest, (double) Duration.between(at, shut.from()).toSeconds());
    return Math.max(1, rest);
  }

  /** Seconds until it opens again; 0 when it is open. */
  private double shut(Instant at) {
    for (Break shut : breaks)
      if (!at.isBefore(shut.from()) && at.isBefore(shut.to()))
        return Duration.between(at, shut.to()).toSeconds();
    return 0;
  }

  /** What is left of the turns that are being served, in turns. */
  private double residual() {
    double each = usual(Pace.hour(begins)) * today;
    return Math.max(0.3, 1 - counters.elapsed() / each);
  }

  private static int minutes(double seconds, double up) {
    return (int) Math.min(MOST_MINUTES, Math.floor(seconds / 60 + up));
  }
}
