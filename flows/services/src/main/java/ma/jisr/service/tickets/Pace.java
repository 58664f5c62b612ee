package ma.jisr.service.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import ma.jisr.map.hours.OpeningHours;

/**
 * How long one service has taken of late: by the hour of the day, and the last few. A turn takes as
 * long as it keeps its counter, whether somebody came or not.
 *
 * @param hours for each hour of the day on Morocco's clocks the last turns, seconds
 * @param recent the last turns of all, oldest first
 */
record Pace(List<List<Integer>> hours, List<Turn> recent) {
  /** Turns kept of each hour: some weeks of a small shop, a day of a large one. */
  private static final int KEPT = 30;

  /** The last turns kept: they tell whether today is a slow day. */
  private static final int RECENT = 24;

  /** Shorter ones are a key pressed twice. */
  private static final Duration SHORTEST = Duration.ofSeconds(10);

  /** Longer ones are a key that nobody pressed. */
  private static final Duration LONGEST = Duration.ofHours(2);

  /**
   * A turn that was.
   *
   * @param missed whether nobody came, and the same ticket is called once more
   */
  record Turn(Instant at, int seconds, boolean missed) {}

  static final Pace NEW = new Pace(List.of(), List.of());

  Pace {
    List<List<Integer>> all = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++)
      all.add(hour < hours.size() ? List.copyOf(hours.get(hour)) : List.of());
    hours = List.copyOf(all);
    recent = List.copyOf(recent);
  }

  static int hour(Instant when) {
    return when.atZone(OpeningHours.ZONE).getHour();
  }

  /** With one more turn; the same when that tells nothing. */
  Pace with(Instant began, Instant ended, boolean missed) {
    Duration took = Duration.between(began, ended);
    if (took.compareTo(SHORTEST) < 0 || took.compareTo(LONGEST) > 0) return this;
    int seconds = (int) took.toSeconds();
    List<List<Integer>> all = new ArrayList<>(hours);
    all.set(hour(began), last(hours.get(hour(began)), seconds, KEPT));
    return new Pace(all, last(recent, new Turn(ended, seconds, missed), RECENT));
  }

  /** How often one ticket is called, on average: more than once where people do not come. */
  double calls() {
    int ended = 0;
    for (Turn turn : recent) if (!turn.missed()) ended++;
    return (ONCE + recent.size()) / (ONCE + ended);
  }

  /** So many tickets are believed to be called once before anything is known. */
  private static final double ONCE = 8;

  /** All turns of two services that are served at the same counters. */
  Pace and(Pace other) {
    List<List<Integer>> all = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      List<Integer> both = new ArrayList<>(hours.get(hour));
      both.addAll(other.hours.get(hour));
      all.add(both);
    }
    List<Turn> last = new ArrayList<>(recent);
    last.addAll(other.recent);
    last.sort(Comparator.comparing(Turn::at));
    return new Pace(all, last);
  }

  private static <T> List<T> last(List<T> before, T next, int most) {
    List<T> all = new ArrayList<>(before);
    all.add(next);
    if (all.size() > most) all.removeFirst();
    return all;
  }
}
