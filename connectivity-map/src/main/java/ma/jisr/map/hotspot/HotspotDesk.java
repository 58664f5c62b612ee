package ma.jisr.map.hotspot;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.hotspot.Decision.Reason;
import ma.jisr.map.hotspot.Decision.Refused;
import ma.jisr.map.hotspot.Decision.Shown;
import ma.jisr.map.hotspot.Hotspot.State;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Where hotspots are changed, whoever wants it and whichever way: nobody else writes them. Every
 * change is one durable write of the hotspot's document with its history in it, behind an entry of
 * the {@link ChangeFeed} that says who wants it; it is on this node's map when its future
 * completes.
 *
 * <p>The {@code writeId} is the caller's name for what they do. Repeated with it, after a crash or
 * a lost answer, a change that was made is not made again and its outcome is told. A future fails
 * with {@link ma.jisr.store.StoreException} only, and may then be repeated. From any thread.
 */
public final class HotspotDesk {
  /** Several people whom nobody knows, in the history of a hotspot. */
  private static final Actor PEOPLE = Actor.person("people");

  private final HotspotStore hotspots;
  private final FactsCheck check;
  private final InstantSource clock;
  private final HotspotWrites writes;

  public HotspotDesk(
      Store store,
      HotspotStore hotspots,
      HotspotMap map,
      ChangeFeed feed,
      CodeBook codes,
      Supplier<Gazetteer> gazetteer,
      InstantSource clock) {
    this.hotspots = hotspots;
    this.check = new FactsCheck(gazetteer);
    this.clock = clock;
    this.writes = new HotspotWrites(store, hotspots, map, feed, codes, check, clock);
  }

  /** Puts a new hotspot on the map. INVALID when its id or code is another's. */
  public CompletableFuture<Decision> create(Actor actor, Draft draft, String writeId) {
    String problem = check.problem(draft.facts());
    if (!Rights.allow(actor, Deed.CREATE, check.way(draft.facts().place()))) return noRight();
    if (problem.isEmpty()) problem = check.problem(draft.id(), draft.code());
    if (!problem.isEmpty()) return now(new Refused(Reason.INVALID, problem));
    Confirmation confirmed = draft.confirmed();
    if (confirmed == null && draft.state() != State.UNKNOWN) confirmed = word(actor);
    return writes.create(actor, draft, confirmed, writeId);
  }

  /** Changes what is said about a hotspot. */
  public CompletableFuture<Decision> change(
      Actor actor, String id, long version, Facts facts, String writeId) {
    String problem = check.problem(facts);
    return writes.edit(
        new HotspotWrites.Edit(
            actor,
            Deed.CHANGE,
            id,
            version,
            stored -> {
              if (!problem.isEmpty()) return Next.not(problem);
              return living(stored, hotspot -> hotspot.with(facts));
            },
            writeId,
            false));
  }

  /** Takes a hotspot off the map; its history stays, and {@link #undo} brings it back. */
  public CompletableFuture<Decision> retire(Actor actor, String id, long version, String writeId) {
    return writes.edit(
        new HotspotWrites.Edit(
            actor,
            Deed.RETIRE,
            id,
            version,
            stored -> living(stored, hotspot -> hotspot.retired(true)),
            writeId,
            false));
  }

  /** Says whether a hotspot works, whatever else was changed meanwhile. */
  public CompletableFuture<Decision> confirm(Actor actor, String id, State state, String writeId) {
    return confirm(actor, id, state, writeId, false);
  }

  /**
   * The same by what several people reported independently: for the service that has counted them,
   * which answers for it.
   */
  public CompletableFuture<Decision> reported(String id, State state, String writeId) {
    return confirm(PEOPLE, id, state, writeId, true);
  }

  private CompletableFuture<Decision> confirm(
      Actor actor, String id, State state, String writeId, boolean trusted) {
    Confirmation word = word(actor);
    return writes.edit(
        new HotspotWrites.Edit(
            actor,
            Deed.CONFIRM,
            id,
            null,
            stored -> living(stored, hotspot -> hotspot.with(state, word)),
            writeId,
            trusted));
  }

  /**
   * Takes the last change back: what stood there before stands there again, as a new version. A
   * creation is taken back by retiring. Twice, it brings back what it took.
   */
  public CompletableFuture<Decision> undo(Actor actor, String id, long version, String writeId) {
    return writes.edit(
        new HotspotWrites.Edit(actor, Deed.UNDO, id, version, HotspotDesk::before, writeId, false));
  }

  /** A hotspot as its keepers see it, retired or not: Shown without its history, or Refused. */
  public CompletableFuture<Decision> read(Actor actor, String id) {
    return show(actor, Deed.READ, id);
  }

  /** Who changed what: Shown, or Refused. */
  public CompletableFuture<Decision> history(Actor actor, String id) {
    return show(actor, Deed.HISTORY, id);
  }

  private CompletableFuture<Decision> show(Actor actor, Deed deed, String id) {
    return hotspots
        .get(id)
        .thenApply(
            found -> {
              if (found.isEmpty()) return new Refused(Reason.UNKNOWN, "");
              StoredHotspot stored = found.get();
              String place = stored.kept().hotspot().place();
              if (!Rights.allow(actor, deed, check.way(place)))
                return new Refused(Reason.NO_RIGHT, "");
              boolean all = deed == Deed.HISTORY;
              return new Shown(stored.kept(), all ? stored.history() : List.of());
            });
  }

  private Confirmation word(Actor actor) {
    Confirmation.By by =
        switch (actor.role()) {
          case PERSON, VIEWER -> Confirmation.By.PEOPLE;
          case AGENT -> Confirmation.By.AGENT;
          case OPERATOR, ADMINISTRATOR -> Confirmation.By.OPERATOR;
        };
    return new Confirmation(clock.instant(), by);
  }

  private static Next living(StoredHotspot stored, Function<Hotspot, Hotspot> change) {
    Hotspot hotspot = stored.kept().hotspot();
    return hotspot.retired()
        ? Next.not("retired: undo that first")
        : Next.is(change.apply(hotspot));
  }

  private static Next before(StoredHotspot stored) {
    Hotspot hotspot = stored.kept().hotspot();
    if (stored.history().isEmpty()) return Next.not("nothing to undo");
    Hotspot before = stored.history().getLast().before();
    return Next.is(before == null ? hotspot.retired(true) : before);
  }

  private static CompletableFuture<Decision> noRight() {
    return now(new Refused(Reason.NO_RIGHT, ""));
  }

  private static CompletableFuture<Decision> now(Decision decision) {
    return CompletableFuture.completedFuture(decision);
  }

  /**
   * What a hotspot shall be.
   *
   * @param hotspot null when it cannot be
   * @param problem why not
   */
  record Next(@Nullable Hotspot hotspot, String problem) {
    static Next is(Hotspot hotspot) {
      return new Next(hotspot, "");
    }

    static Next not(String problem) {
      return new Next(null, problem);
    }
  }
}
