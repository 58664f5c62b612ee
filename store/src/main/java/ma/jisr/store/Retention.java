package ma.jisr.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.store.CollectionSpec.IndexSpec;

/**
 * How long a collection keeps a document, from which moment on, and the step that removes a page of
 * those that have been kept long enough. The room that writes them declares it; one list of all is
 * what is swept, and what people are told.
 *
 * @param spec the collection
 * @param keep how long, positive
 * @param way how those are found that have been kept so long
 */
public record Retention(CollectionSpec spec, Duration keep, Way way) {
  public Retention {
    if (!keep.isPositive()) throw new IllegalArgumentException(spec.name() + " keeps nothing");
    if (way instanceof ByIndex by && !by.index().equal().isEmpty())
      throw new IllegalArgumentException(spec.name() + " has no order in " + by.index().name());
    if (way instanceof ByDay != (spec.daily() && !(way instanceof ByRoom)))
      throw new IllegalArgumentException(spec.name() + " is kept in days, or is not");
  }

  /** How documents are found that have been kept long enough. */
  public sealed interface Way {}

  /**
   * The oldest of an index.
   *
   * @param written the sort value of a document whose time began at a moment; grows with it
   */
  public record ByIndex(IndexSpec index, Function<Instant, Object> written) implements Way {}

  /**
   * The parts of a daily collection.
   *
   * @param first whether a part goes when its first moment has been kept long enough, so that its
   *     last was kept a day less; else when its last has, so that its first was kept a day more
   */
  public record ByDay(boolean first) implements Way {}

  /** A step that needs more than an index. */
  public record ByStep(Step step) implements Way {}

  /**
   * The room's own work, because the end of a document is something that happens there: it is
   * counted, told or undone elsewhere. No sweeper touches it.
   *
   * @param who does it, for the reader of the list
   */
  public record ByRoom(String who) implements Way {}

  /** Removes a page. */
  @FunctionalInterface
  public interface Step {
    /**
     * Removes up to so many documents whose time began before a moment, the oldest first; gives how
     * many there were.
     */
    CompletableFuture<Integer> remove(Store store, Instant before, int limit);
  }

  /** By an index that has the moment itself, epoch milliseconds. */
  public static Retention since(CollectionSpec spec, String index, Duration keep) {
    return of(spec, index, keep, Instant::toEpochMilli);
  }

  /** By an index that has the moment at which it goes, epoch milliseconds: {@code keep} later. */
  public static Retention until(CollectionSpec spec, String index, Duration keep) {
    return of(spec, index, keep, moment -> moment.plus(keep).toEpochMilli());
  }

  /** By an index that has the moment in a form of its own, such as the number of a day. */
  public static Retention of(
      CollectionSpec spec, String index, Duration keep, Function<Instant, Object> written) {
    for (IndexSpec one : spec.indexes())
      if (one.name().equals(index)) return new Retention(spec, keep, new ByIndex(one, written));
    throw new IllegalArgumentException(spec.name() + " has no index " + index);
  }

  /** By whole days (UTC), each kept until its last moment has been kept long enough. */
  public static Retention days(CollectionSpec spec, Duration keep) {
    return new Retention(spec, keep, new ByDay(false));
  }

  /** The same, until its first moment has: nothing of it is ever kept longer. */
  public static Retention daysAtMost(CollectionSpec spec, Duration keep) {
    return new Retention(spec, keep, new ByDay(true));
  }

  /** By a step of the room's. */
  public static Retention step(CollectionSpec spec, Duration keep, Step step) {
    return new Retention(spec, keep, new ByStep(step));
  }

  /** By the room itself. */
  public static Retention room(CollectionSpec spec, Duration keep, String who) {
    return new Retention(spec, keep, new ByRoom(who));
  }

  /** Whether a sweeper does it. */
  public boolean swept() {
    return !(way instanceof ByRoom);
  }

  /**
   * Removes a page of what has been kept long enough; gives how many documents, or parts of a daily
   * collection, went. Written as background. Done twice it does no harm.
   *
   * @param limit most documents, at most {@link Query#MAX_LIMIT}; there may be more when so many
   *     went
   */
  public CompletableFuture<Integer> remove(Store store, Instant now, int limit) {
    Instant before = now.minus(keep);
    return switch (way) {
      case ByIndex by ->
          store.deleteRange(spec.name(), by.index().name(), by.written().apply(before), limit);
      case ByDay by -> store.drop(spec.name(), day(before).plusDays(by.first() ? 1 : 0));
      case ByStep by -> by.step().remove(store, before, limit);
      case ByRoom _ -> CompletableFuture.completedFuture(0);
    };
  }

  private static LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, ZoneOffset.UTC);
  }
}
