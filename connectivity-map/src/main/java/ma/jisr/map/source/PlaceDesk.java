package ma.jisr.map.source;

import java.io.Reader;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.batch.Change;
import ma.jisr.map.batch.Verdict;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Rights;
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
    Judged judged = judge(name, text, format);
    if (dry || judged.changes().isEmpty()) return new Imported(judged.found(), Optional.empty());
    Verdict written =
        switch (stage(actor, name, judged)) {
          case Verdict.Done(Batch batch) -> publish(actor, batch.id());
          case Verdict.Refused refused -> refused;
        };
    return new Imported(judged.found(), Optional.of(written));
  }

  /**
   * What a file would change.
   *
   * @param found what it says, row by row
   * @param changes of documents; none when it says nothing new
   */
  public record Judged(PlaceImport found, List<Change> changes) {
    public Judged {
      changes = List.copyOf(changes);
    }
  }

  /**
   * Compares a file with what is known; writes nothing of it.
   *
   * @param name of the file, for problems
   * @throws ma.jisr.map.table.BadTableException when the file cannot be read at all
   */
  public Judged judge(String name, Reader text, Optional<PlaceFormat> format) {
    batches.finish();
    PlaceStore.Stored stored = places.read();
    PlaceImport found = PlaceImport.of(name, text, format, stored.gazetteer());
    return new Judged(found, stored.changes(found.places()));
  }

  /** Keeps what a file changes, used by nobody; the same changes again are the same batch. */
  public Verdict stage(Actor actor, String name, Judged judged) {
    if (!judged.changes().stream().map(Change::areas).allMatch(may(actor)))
      return Verdict.refused(Verdict.Why.NO_RIGHT);
    return new Verdict.Done(
        batches.stage(PlaceStore.SPEC.name(), name, actor.id(), judged.changes()));
  }

  /** Brings a batch that is kept into use, by one write. */
  public Verdict publish(Actor actor, String id) {
    return ours(id, () -> batches.publish(id, may(actor)));
  }

  /** The batches of places, newest first. */
  public List<Batch> batches() {
    return batches.list(PlaceStore.SPEC.name());
  }

  /** Takes a batch back. What a later one has changed since stays as that one says. */
  public Verdict undo(Actor actor, String id) {
    return ours(id, () -> batches.undo(id, actor, may(actor)));
  }

  /** A batch of hotspots is none of places. */
  private Verdict ours(String id, Supplier<Verdict> deed) {
    if (batches.batch(id).filter(b -> b.collection().equals(PlaceStore.SPEC.name())).isEmpty())
      return Verdict.refused(Verdict.Why.UNKNOWN);
    Verdict verdict = deed.get();
    if (verdict instanceof Verdict.Done) {
      after.run();
      batches.finish();
      after.run();
    }
    return verdict;
  }

  /** Who may bring in a file of hotspots of a place may bring in the place. */
  private static Predicate<List<String>> may(Actor actor) {
    return way -> Rights.allow(actor, Deed.IMPORT, way);
  }
}
