package ma.jisr.gateway.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import ma.jisr.store.sqlite.Commits;

/** How long the embedded store's commits take, and how many writes share one. */
public final class StoreMeters implements Commits {
  private final Meters meters;
  private final Map<String, File> turns = new ConcurrentHashMap<>();
  private final Map<String, File> background = new ConcurrentHashMap<>();

  private record File(Timer commits, Counter writes) {}

  public StoreMeters(Meters meters) {
    this.meters = meters;
  }

  @Override
  public void committed(String file, boolean forTurns, int writes, long nanos) {
    File known =
        (forTurns ? turns : background)
            .computeIfAbsent(file, f -> file(f, forTurns ? "turns" : "background"));
    known.commits().record(nanos, TimeUnit.NANOSECONDS);
    known.writes().increment(writes);
  }

  private File file(String file, String kind) {
    return new File(
        meters.timer("store.commit", "file", file, "for", kind),
        meters.counter("store.writes", "file", file, "for", kind));
  }
}
