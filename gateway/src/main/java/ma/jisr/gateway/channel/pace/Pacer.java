package ma.jisr.gateway.channel.pace;

import java.time.Duration;
import java.time.Instant;

/**
 * The link's own pace: a token bucket in segments a second. Operators count segments in each short
 * interval, so that it holds a tenth of a second's worth, and at least one.
 */
public final class Pacer {
  private static final double BURST_SECONDS = 0.1;

  private final double perNano;
  private final double most;
  private double tokens;
  private Instant at;

  /**
   * @param rate segments a second
   */
  public Pacer(int rate, Instant now) {
    this.perNano = rate / 1e9;
    this.most = Math.max(1, rate * BURST_SECONDS);
    this.tokens = most;
    this.at = now;
  }

  /** Takes leave to send one segment now, if there is any. */
  public boolean take(Instant now) {
    refill(now);
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }

  /** How long until the next segment may go; at least a millisecond. */
  public Duration pause() {
    long nanos = (long) Math.ceil((1 - tokens) / perNano);
    return Duration.ofNanos(Math.max(1_000_000, nanos));
  }

  private void refill(Instant now) {
    // A wall clock that is set back gives nothing and takes nothing.
    long nanos = Math.max(0, Duration.between(at, now).toNanos());
    tokens = Math.min(most, tokens + nanos * perNano);
    at = now;
  }
}
