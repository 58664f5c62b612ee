package ma.jisr.map.demand;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import ma.jisr.base.KeyedHash;
import ma.jisr.base.Vault;
import ma.jisr.map.place.Area;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Retention;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;

/**
 * Counts the people who asked and had no answer within {@link #NEAR_METRES}, by place, hour and
 * wish. Within a day people are told apart by hashes that nobody can make any more when it is over;
 * another one for each place and wish, so that not even then somebody's ways can be followed.
 * Callable from any thread.
 */
public final class Demand {
  /** An answer farther away is none, metres: two hours on foot. */
  public static final double NEAR_METRES = 10_000;

  /** How long counts are kept: two summers can be compared. */
  public static final Duration KEEP = Duration.ofDays(400);

  public static final CollectionSpec SPEC =
      new CollectionSpec(
          "demand_days",
          CollectionSpec.Area.BULK,
          List.of(
              new IndexSpec(CellJson.DAY, List.of(), CellJson.DAY),
              new IndexSpec(CellJson.OPEN, List.of(), CellJson.OPEN)));

  static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  /** Cells closed at once. */
  private static final int SLICE = 200;

  /** Octets of a hash: people are told apart within one day, place and wish only. */
  private static final int HASH = 9;

  private final Store store;
  private final Salts salts;

  /**
   * @param vault seals the day's salt
   * @param random makes it
   */
  public Demand(Store store, Vault vault, RandomGenerator random) {
    this.store = store;
    this.salts = new Salts(store, vault, random);
  }

  /** The collections that it needs. */
  public static List<CollectionSpec> specs() {
    return List.of(SPEC, Salts.SPEC);
  }

  /** How long they are kept: the salt's end is that of the day, with which {@link #close} deals. */
  public static List<Retention> retentions() {
    return List.of(
        Retention.of(SPEC, CellJson.DAY, KEEP, Demand::day),
        Retention.room(Salts.SPEC, Duration.ofDays(1), "the end of each day"));
  }

  private static long day(Instant moment) {
    return moment.atZone(MOROCCO).toLocalDate().toEpochDay();
  }

  /**
   * Counts a person who asked; completes when it is durable. Asked again in the same hour, nothing
   * changes.
   *
   * @param person the random id of their person document; it is kept nowhere
   */
  public CompletableFuture<Void> asked(Area area, Instant when, Want want, String person) {
    ZonedDateTime local = when.atZone(MOROCCO);
    long day = local.toLocalDate().toEpochDay();
    DayCell cell = DayCell.of(area.id(), day, want.word());
    return salts.of(day).thenCompose(salt -> count(cell, who(salt, cell, person), local.getHour()));
  }

  private static String who(KeyedHash salt, DayCell cell, String person) {
    byte[] hash = Arrays.copyOf(salt.hash(cell.id(), person), HASH);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private CompletableFuture<Void> count(DayCell empty, String who, int hour) {
    return change(empty.id(), who + hour, empty, cell -> cell.with(who, hour));
  }

  /**
   * Ends the days before: their salts first, then who asked in them becomes how many. To be asked
   * every few minutes, by every node.
   *
   * @return cells that were closed; some are left when there were many
   */
  public CompletableFuture<Integer> close(Instant now) {
    long today = day(now);
    return salts
        .destroyBefore(today)
        .thenCompose(
            _ ->
                store.find(
                    SPEC.name(), new Query(CellJson.OPEN, Map.of(), null, today, null, SLICE)))
        .thenCompose(
            page -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (Document d : page.documents()) all = all.thenCompose(_ -> close(d.id()));
              return all.thenApply(_ -> page.documents().size());
            });
  }

  private CompletableFuture<Void> close(String id) {
    return change(id, "close", DayCell.of("", 0, ""), DayCell::closed);
  }

  private CompletableFuture<Void> change(
      String id, String writeId, DayCell empty, UnaryOperator<DayCell> by) {
    return Rewrite.of(
            store,
            SPEC.name(),
            id,
            writeId,
            Priority.BACKGROUND,
            found -> {
              DayCell before = found.map(CellJson::read).orElse(empty);
              DayCell after = by.apply(before);
              if (after.equals(before)) return Rewrite.Change.none(false);
              return new Rewrite.Change<>(CellJson.write(after, found.orElse("{}")), true);
            })
        .thenAccept(_ -> {});
  }
}
