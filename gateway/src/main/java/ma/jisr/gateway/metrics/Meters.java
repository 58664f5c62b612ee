package ma.jisr.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * The metrics of a process, as Prometheus reads them. What is counted at every message is resolved
 * once ({@link #counter}, {@link #timer}) and then costs some nanoseconds; the rest is found by its
 * name and tags. Callable from any thread.
 */
public final class Meters implements Counters, AutoCloseable {
  /**
   * Most counters by name and tags: what exceeds it is counted under {@link #OTHER}, so that a
   * careless tag fills neither this memory nor Prometheus's.
   */
  public static final int MAX_SERIES = 2_000;

  /** Where surplus counts go. */
  public static final String OTHER = "counters.other";

  /** Where surplus times go. */
  private static final String OTHER_TIMES = "timers.other";

  private static final String PREFIX = "jisr.";

  /** The bounds of the latency histograms: 15 ms is what a USSD step may take at p99. */
  private static final Duration[] BOUNDS =
      List.of(1, 2, 5, 10, 15, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000, 10_000).stream()
          .map(Duration::ofMillis)
          .toArray(Duration[]::new);

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final Map<Series, Counter> counters = new ConcurrentHashMap<>();
  private final Map<Series, Timer> timers = new ConcurrentHashMap<>();
  private final AtomicInteger series = new AtomicInteger();
  private final JvmGcMetrics gc = new JvmGcMetrics();

  private record Series(String what, Map<String, String> tags) {}

  /** Metrics of the JVM at once; those of Jisr as they are first counted. */
  public Meters() {
    gc.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
  }

  @Override
  public void count(String what, Map<String, String> tags) {
    counted(new Series(what, tags)).increment();
  }

  @Override
  public void count(String what, Map<String, String> tags, int many) {
    counted(new Series(what, tags)).increment(many);
  }

  private Counter counted(Series wanted) {
    Counter known = counters.get(wanted);
    return known == null ? resolve(wanted) : known;
  }

  @Override
  public void took(String what, Map<String, String> tags, Duration time) {
    Series wanted = new Series(what, tags);
    Timer known = timers.get(wanted);
    if (known == null) known = timed(wanted);
    known.record(time);
  }

  private Timer timed(Series wanted) {
    if (series.incrementAndGet() > MAX_SERIES) return timer(OTHER_TIMES);
    return timers.computeIfAbsent(wanted, s -> timer(s.what(), tags(s.tags())));
  }

  private Counter resolve(Series wanted) {
    if (series.incrementAndGet() > MAX_SERIES) return counter(OTHER);
    return counters.computeIfAbsent(
        wanted, s -> registry.counter(PREFIX + s.what(), tags(s.tags())));
  }

  /**
   * A counter to be kept by whoever counts often.
   *
   * @param tags names and values in turn
   */
  public Counter counter(String what, String... tags) {
    return registry.counter(PREFIX + what, tags(tags));
  }

  /** A histogram of latencies. */
  public Timer timer(String what, String... tags) {
    return timer(what, tags(tags));
  }

  private Timer timer(String what, List<Tag> tags) {
    return Timer.builder(PREFIX + what)
        .tags(tags)
        .serviceLevelObjectives(BOUNDS)
        .register(registry);
  }

  /** A value that is asked for whenever Prometheus asks. */
  public void gauge(String what, Supplier<Number> value, String... tags) {
    Gauge.builder(PREFIX + what, value).tags(tags(tags)).register(registry);
  }

  /** A count that somebody else keeps, asked for whenever Prometheus asks. */
  public void counted(String what, Supplier<Number> value, String... tags) {
    FunctionCounter.builder(PREFIX + what, value, v -> v.get().doubleValue())
        .tags(tags(tags))
        .register(registry);
  }

  /** Everything in Prometheus's text format 0.0.4. */
  public String scrape() {
    return registry.scrape();
  }

  /** All of Jisr's own counts by name and tags, for the owner's status. */
  public Map<String, Long> all() {
    Map<String, Long> all = new TreeMap<>();
    registry.getMeters().stream()
        .filter(meter -> meter instanceof Counter && meter.getId().getName().startsWith(PREFIX))
        .forEach(meter -> put(all, (Counter) meter));
    return all;
  }

  private static void put(Map<String, Long> all, Counter counter) {
    String name = counter.getId().getName().substring(PREFIX.length());
    Map<String, String> tags = new TreeMap<>();
    for (Tag tag : counter.getId().getTags()) tags.put(tag.getKey(), tag.getValue());
    all.put(tags.isEmpty() ? name : name + tags, (long) counter.count());
  }

  private static List<Tag> tags(Map<String, String> tags) {
    List<Tag> all = new ArrayList<>(tags.size());
    tags.forEach((name, value) -> all.add(Tag.of(name, SafeTag.of(value))));
    return all;
  }

  private static List<Tag> tags(String... tags) {
    List<Tag> all = new ArrayList<>(tags.length / 2);
    for (int i = 0; i + 1 < tags.length; i += 2) all.add(Tag.of(tags[i], SafeTag.of(tags[i + 1])));
    return all;
  }

  @Override
  public void close() {
    gc.close();
    registry.close();
  }
}
