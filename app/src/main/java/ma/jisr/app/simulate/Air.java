package ma.jisr.app.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import ma.jisr.base.Loop;
import org.jspecify.annotations.Nullable;

/** What lies between the SMSC, the processes and the phones: delays and losses. */
final class Air {
  private static final Duration QUICKEST = Duration.ofMillis(2);

  private final Timeline timeline;
  private final Chance chance;
  private final Supplier<Weather> weather;
  private final Supplier<List<SimProcess>> processes;

  /**
   * @param processes that live
   */
  Air(
      Timeline timeline,
      Chance chance,
      Supplier<Weather> weather,
      Supplier<List<SimProcess>> processes) {
    this.timeline = timeline;
    this.chance = chance;
    this.weather = weather;
    this.processes = processes;
  }

  Instant now() {
    return timeline.now();
  }

  Weather weather() {
    return weather.get();
  }

  boolean hits(double probability) {
    return chance.hits(probability);
  }

  /** How long something takes to come over. */
  Duration delay() {
    return chance.between(QUICKEST, weather.get().farthest());
  }

  Duration between(Duration least, Duration most) {
    return chance.between(least, most);
  }

  void later(Duration delay, Runnable task) {
    Loop.Cancel unused = timeline.after(delay, task);
  }

  /** A process that is bound; null when none is. */
  @Nullable SimProcess someone() {
    List<SimProcess> bound = processes.get().stream().filter(SimProcess::bound).toList();
    return bound.isEmpty() ? null : chance.of(bound);
  }
}
