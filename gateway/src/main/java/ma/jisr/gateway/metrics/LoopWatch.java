package ma.jisr.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import ma.jisr.base.Loop;

/**
 * Watches one loop: how late a timer of it rings, how often that is a stall, and when it last rang
 * at all.
 */
public final class LoopWatch {
  /** Between two looks; ten a second cost nothing and miss no stall that people feel. */
  static final Duration PERIOD = Duration.ofMillis(100);

  /** Lateness that counts as a stall. */
  static final Duration STALL = Duration.ofMillis(50);

  private final Loop loop;
  private final LongSupplier nanos;
  private final Timer lag;
  private final Counter stalls;
  private volatile long rang;
  private volatile boolean stopped;

  /**
   * @param name of the loop, bounded: a number
   * @param nanos a clock that never jumps
   */
  public LoopWatch(Loop loop, String name, Meters meters, LongSupplier nanos) {
    this.loop = loop;
    this.nanos = nanos;
    this.lag = meters.timer("loop.lag", "loop", name);
    this.stalls = meters.counter("loop.stalls", "loop", name);
    this.rang = nanos.getAsLong();
  }

  public LoopWatch start() {
    next(nanos.getAsLong());
    return this;
  }

  public void stop() {
    stopped = true;
  }

  /** How long it has not rung. */
  public Duration silent() {
    return Duration.ofNanos(nanos.getAsLong() - rang);
  }

  private void next(long now) {
    long planned = now + PERIOD.toNanos();
    loop.after(PERIOD, () -> ring(planned));
  }

  private void ring(long planned) {
    long now = nanos.getAsLong();
    long late = Math.max(0, now - planned);
    rang = now;
    lag.record(late, TimeUnit.NANOSECONDS);
    if (late > STALL.toNanos()) stalls.increment();
    if (!stopped) next(now);
  }
}
