package ma.jisr.map.source;

import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.batch.Change;
import ma.jisr.map.batch.Verdict;
import ma.jisr.map.place.PlaceStore;

/**
 * The only writer of places: imports files as batches, each published and undone by one write. An
 * operator may change what lies in their territory. Blocks: never called from an event loop.
 */
public final class PlaceDesk {
  private final PlaceStore places;
  private final Batches batches;
  private final Runnable after;

  /**
   * @param after run when something was published or undone: brings it into use on this node
   */
  public PlaceDesk(PlaceStore places, Batches batches, Runnable after) {
    this.places = places;
    this.batches = batches;
    this.after = after;
  }

  /**
   * What became of a file.
   *
   * @param found what it says, row by row
   * @param written the batch that is in use now, or why none is; empty when nothing had to be
   *     written: a dry run, or nothing new
   */
  public record Imported(PlaceImport found, Optional<Verdict> written) {}

  /**
   * Compares a file with what is known; unless it is a dry run, what is new is in use once this
   * returns. All of it or nothing, whenever the process dies.
   *
   * @param name of the file, for problems and for the list of batches
   * @throws ma.jisr.map.table.BadTableException when the file cannot be read at all
   */
  public Imported read(
      Actor actor, String name, Reader text, Optional<PlaceFormat> format, boolean dry) {
    batches.finish();
    PlaceStore.Stored stored = places.read();
    PlaceImport found = PlaceImport.of(name, text, format, stored.gazetteer());
    if (dry || found.places().isEmpty()) return new Imported(found, Optional.empty());
    List<Change> changes = stored.changes(found.places());
    Predicate<List<String>> may = may(actor);
    if (!changes.stream().map(Change::areas).allMatch(may))
      return new Imported(found, Optional.of(new Verdict.Refused(Verdict.Why.NO_RIGHT, List.of())));
    Batch batch = batches.stage(PlaceStore.SPEC.name(), name, actor.id(), changes);
    Verdict written = batches.publish(batch.id(), may);
    settled(written);
    return new Imported(found, Optional.of(written));
  }

  /** The batches of places, newest first. */
  public List<Batch> batches() {
    return batches.list(PlaceStore.SPEC.name());
  }

  /** Takes a batch back. What a later one has changed since stays as that one says. */
  public Verdict undo(Actor actor, String id) {
    if (batches.batch(id).filter(b -> b.collection().equals(PlaceStore.SPEC.name())).isEmpty())
      return new Verdict.Refused(Verdict.Why.UNKNOWN, List.of());
    Verdict undone = batches.undo(id, may(actor));
    settled(undone);
    return undone;
  }

  private void settled(Verdict verdict) {
    if (!(verdict instanceof Verdict.Done)) return;
    after.run();
    batches.finish();
    after.run();
  }

  private static Predicate<List<String>> may(Actor actor) {
    boolean writes = actor.role() == Role.OPERATOR || actor.role() == Role.ADMINISTRATOR;
    return areas -> writes && actor.territory().covers(areas);
  }
}
