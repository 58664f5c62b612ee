package ma.jisr.bench.load;

/**
 * The instants of a run. In an open loop message i is due at start + i / rate, whether or not an
 * earlier one has been answered: its latency counts from there, so that a stall is charged to
 * everyone whom it would have made wait.
 */
final class Clockwork {
  private final Span span;
  private final double rate;
  private boolean started;
  private long start;
  private long sendUntil;
  private long waitUntil;
  private long scheduled;

  /**
   * @param rate messages a second; 0 for as fast as allowed
   */
  Clockwork(Span span, double rate) {
    this.span = span;
    this.rate = rate;
  }

  /** Starts at the first call. */
  void tick(long now) {
    if (started) return;
    started = true;
    start = now;
    sendUntil = start + span.sending().toNanos();
    waitUntil = sendUntil + span.drain().toNanos();
  }

  boolean sending(long now) {
    return !started || now - sendUntil < 0;
  }

  boolean waiting(long now) {
    return !started || now - waitUntil < 0;
  }

  /** Nothing more is sent: the wait for what is missing begins. */
  void stop(long now) {
    sendUntil = now;
    waitUntil = now + span.drain().toNanos();
  }

  /** Nanoseconds until the next message's instant, 0 or less when it has passed. */
  long due(long now) {
    return rate == 0 ? 0 : intended() - now;
  }

  /** The instant that the next message counts from. */
  long intent(long now) {
    if (rate == 0) return now;
    long intended = intended();
    scheduled++;
    return intended;
  }

  /** Seconds in which messages were sent. */
  double seconds() {
    return (sendUntil - start) / 1e9;
  }

  private long intended() {
    return start + (long) (scheduled * (1e9 / rate));
  }
}
