package ma.jisr.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * The rate at which people who were never heard of before are let in, link by link: who sends from
 * a million invented numbers is refused as busy, and those who are known go on. Callable from any
 * thread.
 */
public final class Newcomers {
  private final int perSecond;
  private final TimeMeter clock;
  private final Map<String, Bucket> links = new ConcurrentHashMap<>();

  /**
   * @param perSecond of each link; {@link Limits#OFF}: any
   * @param nanos a clock that never goes back
   */
  public Newcomers(int perSecond, LongSupplier nanos) {
    this.perSecond = perSecond;
    this.clock = new Nanos(nanos);
  }

  /** Whether one more may be let in by this link now. */
  public boolean admit(String link) {
    return perSecond == Limits.OFF || links.computeIfAbsent(link, l -> bucket()).tryConsume(1);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(
            limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .withCustomTimePrecision(clock)
        .build();
  }

  private record Nanos(LongSupplier source) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      return source.getAsLong();
    }

    @Override
    public boolean isWallClockBased() {
      return false;
    }
  }
}
