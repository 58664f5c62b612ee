package ma.jisr.gateway.limit;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

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
   * @param now a wall clock; one that is set back lets nobody in for a moment
   */
  public Newcomers(int perSecond, Supplier<Instant> now) {
    this.perSecond = perSecond;
    this.clock = new Wall(now);
  }

  /** Whether one more may be let in by this link now. */
  public boolean admit(String link) {
    return perSecond == Limits.OFF || links.computeIfAbsent(link, l -> bucket()).tryConsume(1);
  }

  private Bucket bucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(perSecond).refillGreedy(perSecond, Duration.ofSeconds(1)))
        .withCustomTimePrecision(clock)
        .build();
  }

  private record Wall(Supplier<Instant> now) implements TimeMeter {
    private static final long NANOS = 1_000_000;

    @Override
    public long currentTimeNanos() {
      return now.get().toEpochMilli() * NANOS;
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
