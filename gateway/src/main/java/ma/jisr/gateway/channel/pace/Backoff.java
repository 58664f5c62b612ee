package ma.jisr.gateway.channel.pace;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** Pauses that double from the first to the longest, shortened at random by up to a quarter. */
public final class Backoff {
  private static final double SPREAD = 0.25;
  private static final int MOST_DOUBLINGS = 30;

  private final Duration first;
  private final Duration longest;
  private final RandomGenerator random;
  private int failures;

  public Backoff(Duration first, Duration longest, RandomGenerator random) {
    this.first = first;
    this.longest = longest;
    this.random = random;
  }

  /** The pause after one more failure. The spread keeps many links from returning together. */
  public Duration next() {
    long millis = first.toMillis() << Math.min(failures, MOST_DOUBLINGS);
    failures++;
    long capped = millis <= 0 ? longest.toMillis() : Math.min(millis, longest.toMillis());
    return Duration.ofMillis(Math.max(1, (long) (capped * (1 - SPREAD * random.nextDouble()))));
  }

  /** How often in a row it failed. */
  public int failures() {
    return failures;
  }

  /** It worked. */
  public void reset() {
    failures = 0;
  }
}
