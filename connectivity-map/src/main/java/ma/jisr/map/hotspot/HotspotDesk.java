package ma.jisr.map.hotspot;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import ma.jisr.base.Actor;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.hotspot.Decision.Reason;
import ma.jisr.map.hotspot.Decision.Refused;
import ma.jisr.map.hotspot.Hotspot.State;
import ma.jisr.map.ledger.CodeBook;
import ma.jisr.map.ledger.Edit;
import ma.jisr.map.ledger.Entry;
import ma.jisr.map.ledger.JsonFields;
import ma.jisr.map.ledger.Ledger;
import ma.jisr.map.ledger.Next;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.store.Store;

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

  private final FactsCheck check;
  private final CodeBook codes;
  private final InstantSource clock;
  private final Ledger<Hotspot> ledger;

  public HotspotDesk(
      Store store,
      HotspotStore hotspots,
      HotspotMap map,
      ChangeFeed feed,
      CodeBook codes,
      Supplier<Gazetteer> gazetteer,
      InstantSource clock) {
    this.check = new FactsCheck(gazetteer);
    this.codes = codes;
    this.clock = clock;
    this.ledger =
        new Ledger<>(store, hotspots.shelf(), feed, seen -> map.put(List.of(kept(seen))), clock);
  }

  /** Puts a new hotspot on the map. INVALID when its id or code is another's. */
  public CompletableFuture<Decision> create(Actor actor, Draft draft, String writeId) {
    String problem = check.problem(draft.facts());
    if (!Rights.allow(actor, Deed.CREATE, check.way(draft.facts().place()))) return noRight();
    if (problem.isEmpty()) problem = check.problem(draft.id(), draft.code());
    if (!problem.isEmpty()) return now(new Refused(Reason.INVALID, problem));
    String id = draft.id() == null ? Ledger.id('h', writeId) : draft.id();
    return told(ledger.create(actor, word(Deed.CREATE), id, () -> made(actor, draft, id), writeId));
  }

  private CompletableFuture<Next<Hotspot>> made(Actor actor, Draft draft, String id) {
    boolean said = draft.confirmed() != null || draft.state() == State.UNKNOWN;
    Confirmation confirmed = said ? draft.confirmed() : word(actor);
    CompletableFuture<Optional<String>> code =
        draft.code() == null
            ? codes.free(id).thenApply(Optional::of)
            : codes.take(draft.code(), id);
    return code.thenApply(
        taken ->
            taken
                .map(
                    c ->
                        Next.is(
                            new Hotspot(
                                id, c, draft.facts(), draft.state(), confirmed, false, false)))
                .orElse(Next.not("code: another hotspot has it")));
  }

  /** Changes what is said about a hotspot. */
  public CompletableFuture<Decision> change(
      Actor actor, String id, long version, Facts facts, String writeId) {
    String problem = check.problem(facts);
    return edit(
        actor,
        Deed.CHANGE,
        id,
        version,
        entry ->
            problem.isEmpty() ? living(entry, hotspot -> hotspot.with(facts)) : Next.not(problem),
        writeId);
  }

  /** Takes a hotspot off the map; its history stays, and {@link #undo} brings it back. */
  public CompletableFuture<Decision> retire(Actor actor, String id, long version, String writeId) {
    return edit(
        actor,
        Deed.RETIRE,
        id,
        version,
        entry -> living(entry, hotspot -> hotspot.retired(true)),
        writeId);
  }

  /** Says whether a hotspot works, whatever else was changed meanwhile. */
  public CompletableFuture<Decision> confirm(Actor actor, String id, State state, String writeId) {
    return told(ledger.edit(confirmation(actor, id, state, may(actor, Deed.CONFIRM), writeId)));
  }

  /**
   * The same by what several people reported independently: for the service that has counted them,
   * which answers for it.
   */
  public CompletableFuture<Decision> reported(String id, State state, String writeId) {
    return told(ledger.edit(confirmation(PEOPLE, id, state, _ -> true, writeId)));
  }

  private Edit<Hotspot> confirmation(
      Actor actor, String id, State state, Predicate<Hotspot> may, String writeId) {
    Confirmation word = word(actor);
    return new Edit<>(
        actor,
        word(Deed.CONFIRM),
        id,
        null,
        may,
        entry -> living(entry, hotspot -> hotspot.with(state, word)),
        writeId);
  }

  /**
   * Takes the last change back: what stood there before stands there again, as a new version. A
   * creation is taken back by retiring. Twice, it brings back what it took.
   */
  public CompletableFuture<Decision> undo(Actor actor, String id, long version, String writeId) {
    return edit(
        actor,
        Deed.UNDO,
        id,
        version,
        entry -> Next.before(entry, hotspot -> hotspot.retired(true)),
        writeId);
  }

  private CompletableFuture<Decision> edit(
      Actor actor,
      Deed deed,
      String id,
      long version,
      Function<Entry<Hotspot>, Next<Hotspot>> next,
      String writeId) {
    return told(
        ledger.edit(new Edit<>(actor, word(deed), id, version, may(actor, deed), next, writeId)));
  }

  /** A hotspot as its keepers see it, retired or not: Shown without its history, or Refused. */
  public CompletableFuture<Decision> read(Actor actor, String id) {
    return told(ledger.show(id, false, may(actor, Deed.READ)));
  }

  /** Who changed what: Shown, or Refused. */
  public CompletableFuture<Decision> history(Actor actor, String id) {
    return told(ledger.show(id, true, may(actor, Deed.HISTORY)));
  }

  private Predicate<Hotspot> may(Actor actor, Deed deed) {
    return hotspot -> Rights.allow(actor, deed, check.way(hotspot.place()));
  }

  private Confirmation word(Actor actor) {
    Confirmation.By by =
        switch (actor.role()) {
          case PERSON, VIEWER, OFFICIAL -> Confirmation.By.PEOPLE;
          case AGENT -> Confirmation.By.AGENT;
          case OPERATOR, ADMINISTRATOR -> Confirmation.By.OPERATOR;
        };
    return new Confirmation(clock.instant(), by);
  }

  private static Next<Hotspot> living(Entry<Hotspot> entry, UnaryOperator<Hotspot> change) {
    return Next.ofLiving(entry.thing(), entry.thing().retired(), change);
  }

  private static String word(Deed deed) {
    return JsonFields.lower(deed);
  }

  static Kept kept(Versioned<Hotspot> stored) {
    return new Kept(stored.thing(), stored.version());
  }

  private static CompletableFuture<Decision> told(CompletableFuture<Ruling<Hotspot>> ruling) {
    return ruling.thenApply(HotspotDesk::decision);
  }

  private static Decision decision(Ruling<Hotspot> ruling) {
    return switch (ruling) {
      case Ruling.Done<Hotspot>(Versioned<Hotspot> now) -> new Decision.Done(kept(now));
      case Ruling.Shown<Hotspot> shown ->
          new Decision.Shown(
              kept(shown.now()), shown.history().stream().map(HotspotDesk::revision).toList());
      case Ruling.Refused<Hotspot> refused ->
          new Refused(Reason.valueOf(refused.reason().name()), refused.what());
      case Ruling.Overtaken<Hotspot> overtaken ->
          new Decision.Overtaken(kept(overtaken.theirs()), overtaken.yours());
    };
  }

  private static Revision revision(ma.jisr.map.ledger.Revision<Hotspot> made) {
    return new Revision(
        made.version(),
        made.at(),
        made.actor(),
        made.role(),
        JsonFields.constant(Deed.class, made.deed()),
        made.before(),
        made.writeId());
  }

  private static CompletableFuture<Decision> noRight() {
    return now(new Refused(Reason.NO_RIGHT, ""));
  }

  private static CompletableFuture<Decision> now(Decision decision) {
    return CompletableFuture.completedFuture(decision);
  }
}
