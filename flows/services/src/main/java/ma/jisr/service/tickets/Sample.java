package ma.jisr.service.tickets;

import java.util.Arrays;
import java.util.Collection;

/**
 * Mean and spread of some durations of which a few may be nonsense: what lies far above the middle
 * counts as the limit only (winsorized at the median and four times its spread), so that a counter
 * that was forgotten over lunch is no service of an hour, and a long service still counts as long.
 *
 * @param size how many
 * @param mean seconds; 0 for none
 * @param spread the standard deviation, seconds
 */
record Sample(int size, double mean, double spread) {
  static final Sample NONE = new Sample(0, 0, 0);

  /** Median absolute deviations in a standard deviation of the normal distribution. */
  private static final double MAD = 1.4826;

  private static final double FAR = 4;

  static Sample of(Collection<Integer> seconds) {
    if (seconds.isEmpty()) return NONE;
    double[] values = seconds.stream().mapToDouble(Integer::doubleValue).sorted().toArray();
    double median = median(values);
    double[] off = Arrays.stream(values).map(v -> Math.abs(v - median)).sorted().toArray();
    double mad = median(off);
    double limit = mad == 0 ? 2 * median : median + FAR * MAD * mad;
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      double counted = Math.min(value, limit);
      sum += counted;
      squares += counted * counted;
    }
    double mean = sum / values.length;
    return new Sample(
        values.length, mean, Math.sqrt(Math.max(0, squares / values.length - mean * mean)));
  }

  private static double median(double[] sorted) {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }
}
