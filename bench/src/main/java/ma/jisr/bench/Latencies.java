package ma.jisr.bench;

import java.util.concurrent.atomic.AtomicLongArray;

/** A histogram of durations in steps of 0.1 ms up to 10 s; written by any thread. */
final class Latencies {
  private static final long STEP = 100_000;
  private static final int STEPS = 100_000;

  private final AtomicLongArray counts = new AtomicLongArray(STEPS + 1);

  void add(long nanos) {
    counts.incrementAndGet((int) Math.min(STEPS, nanos / STEP));
  }

  long count() {
    long sum = 0;
    for (int i = 0; i <= STEPS; i++) sum += counts.get(i);
    return sum;
  }

  /** The upper end of the step in which this part of all durations ends, milliseconds. */
  double millis(double part) {
    long left = (long) Math.ceil(count() * part);
    int i = 0;
    while (i < STEPS && (left -= counts.get(i)) > 0) i++;
    return (i + 1) * STEP / 1e6;
  }
}
