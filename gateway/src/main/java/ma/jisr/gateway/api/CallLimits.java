package ma.jisr.gateway.api;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How often one token, and one address, may ask. Those asked for longest ago are forgotten first
 * when there are very many. Callable from any thread.
 */
public final class CallLimits {
  /** Buckets kept: some 200 bytes each. */
  private static final int MOST_KEPT = 20_000;

  private static final long NANOS = 1_000_000_000;

  private final Rate token;
  private final Rate address;
  private final Rate guess;
  private final TimeMeter clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(1024, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * A rate.
   *
   * @param burst at once, after a rest
   * @param count and then so many
   * @param per in each such time
   */
  public record Rate(int burst, int count, Duration per) {
    /** A program that fills a map, not one that copies it by the minute. */
    public static final Rate TOKEN = new Rate(100, 20, Duration.ofSeconds(1));

    /** Several programs behind one address. */
    public static final Rate ADDRESS = new Rate(300, 60, Duration.ofSeconds(1));

    /** Tokens that are none, from one address: a mistyped one, not a search. */
    public static final Rate GUESS = new Rate(20, 20, Duration.ofMinutes(1));
  }

  /**
   * @param clock a monotonous one
   */
  public CallLimits(Rate token, Rate address, Rate guess, TimeMeter clock) {
    this.token = token;
    this.address = address;
    this.guess = guess;
    this.clock = clock;
  }

  /** Seconds to wait before this token may ask; 0 when it may now. */
  long token(String id) {
    return take("token " + id, token, 1);
  }

  /** The same for an address. */
  long address(String address) {
    return take("address " + address, this.address, 1);
  }

  /** The same for one that has shown what is no token; asks only. */
  long guesses(String address) {
    return take("guess " + address, guess, 0);
  }

  /** An address has shown what is no token. */
  void guessed(String address) {
    take("guess " + address, guess, 1);
  }

  private long take(String key, Rate rate, int tokens) {
    Bucket bucket;
    synchronized (buckets) {
      bucket = buckets.computeIfAbsent(key, k -> bucket(rate));
    }
    if (tokens == 0) {
      long nanos = bucket.estimateAbilityToConsume(1).getNanosToWaitForRefill();
      return seconds(nanos);
    }
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(tokens);
    return probe.isConsumed() ? 0 : Math.max(1, seconds(probe.getNanosToWaitForRefill()));
  }

  private static long seconds(long nanos) {
    return (nanos + NANOS - 1) / NANOS;
  }

  private Bucket bucket(Rate rate) {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.count(), rate.per()))
        .withCustomTimePrecision(clock)
        .build();
  }
}
