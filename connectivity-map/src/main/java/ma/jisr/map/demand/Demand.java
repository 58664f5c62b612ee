package ma.jisr.map.demand;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.map.hotspot.Wish;
import ma.jisr.map.place.Area;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;

/**
 * Counts the questions that had no good answer, by place, hour and wish. No number, no text and no
 * person goes in, so none can come out.
 */
public final class Demand {
  /** By hour, for the map of a period and for retention. */
  public static final CollectionSpec SPEC =
      new CollectionSpec(
          "demand",
          CollectionSpec.Area.BULK,
          List.of(
              new IndexSpec("hour", List.of(), "hour"),
              new IndexSpec("place", List.of("place"), "hour")));

  private final Store store;

  public Demand(Store store) {
    this.store = store;
  }

  /** Counts one question; completes when it is durable. A statistic: a repetition counts again. */
  public CompletableFuture<Void> record(Area area, Instant when, Wish wish) {
    Instant hour = when.truncatedTo(ChronoUnit.HOURS);
    String id = hour.getEpochSecond() + ":" + area.id() + ":" + words(wish);
    Map<String, Object> facts =
        Map.of("place", area.id(), "hour", hour.toEpochMilli(), "wish", words(wish));
    return store
        .merge(SPEC.name(), id, facts, Priority.BACKGROUND)
        .thenCompose(
            _ -> store.increment(SPEC.name(), id, Map.of("asked", 1L), Priority.BACKGROUND));
  }

  private static String words(Wish wish) {
    String kind = wish.kind() == null ? "any" : wish.kind().name().toLowerCase(Locale.ROOT);
    return wish.freeOnly() ? "free-" + kind : kind;
  }
}
