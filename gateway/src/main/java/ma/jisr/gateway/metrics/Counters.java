package ma.jisr.gateway.metrics;

import java.time.Duration;
import java.util.Map;

/** Where things that happen are counted. Callable from any thread; never blocks. */
@FunctionalInterface
public interface Counters {
  /**
   * One more of this.
   *
   * @param what lower-case words with dots
   * @param tags of few possible values each; never a number or a text of a person's
   */
  void count(String what, Map<String, String> tags);

  /**
   * How long one of these took; only metrics that have histograms keep it.
   *
   * @param tags as for {@link #count}
   * @param time not negative; else it is left out (a clock was set)
   */
  default void took(String what, Map<String, String> tags, Duration time) {
    count(what, tags);
  }

  /** So many more of this. */
  default void count(String what, Map<String, String> tags, int many) {
    for (int i = 0; i < many; i++) count(what, tags);
  }

  /** One more of this, without tags. */
  default void count(String what) {
    count(what, Map.of());
  }
}
