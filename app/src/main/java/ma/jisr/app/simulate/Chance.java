package ma.jisr.app.simulate;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The one source of all that happens by chance in a simulated world. */
final class Chance {
  private final SplittableRandom random;

  private Chance(SplittableRandom random) {
    this.random = random;
  }

  static Chance of(long seed) {
    return new Chance(new SplittableRandom(seed));
  }

  /** A source of its own, so that more draws here change nothing there. */
  Chance child() {
    return new Chance(random.split());
  }

  RandomGenerator source() {
    return random;
  }

  /** True with this probability. */
  boolean hits(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  <T> T of(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  /** Mostly near the least, at times near the most, in whole milliseconds. */
  Duration between(Duration least, Duration most) {
    double far = random.nextDouble();
    long span = most.minus(least).toMillis();
    return least.plusMillis((long) (span * far * far * far));
  }
}
