package ma.jisr.service.shops;

import static ma.jisr.map.ledger.JsonFields.lower;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.base.GeoPoint;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.ledger.CodeBook;
import ma.jisr.map.ledger.Edit;
import ma.jisr.map.ledger.Entry;
import ma.jisr.map.ledger.Ledger;
import ma.jisr.map.ledger.Next;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Shelf;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.position.Country;
import ma.jisr.store.Store;

/**
 * Where shops are changed, whoever wants it and whichever way: only batches of files write them
 * besides. Every change is one durable write with its history in it, behind an entry of the feed;
 * it is in this node's book when its future completes. Repeated with its {@code writeId} it is not
 * made again, and its outcome is told. From any thread.
 */
public final class ShopDesk {
  private final Ledger<Shop> ledger;
  private final CodeBook codes;
  private final Supplier<Gazetteer> gazetteer;

  ShopDesk(
      Store store,
      Shelf<Shop> shelf,
      ShopBook book,
      ChangeFeed feed,
      CodeBook codes,
      Supplier<Gazetteer> gazetteer,
      InstantSource clock) {
    this.ledger = new Ledger<>(store, shelf, feed, seen -> book.put(List.of(seen)), clock);
    this.codes = codes;
    this.gazetteer = gazetteer;
  }

  /** Makes a new shop. INVALID when its code is another's. */
  public CompletableFuture<Ruling<Shop>> create(Actor actor, ShopDraft draft, String writeId) {
    if (!may(actor, ShopDeed.CREATE, draft.facts().place())) return now(Ruling.noRight());
    String problem = problem(draft.facts());
    String code = draft.code();
    if (problem.isEmpty() && code != null && !ShopCode.isCode(code))
      problem = "code: " + ShopCode.RULE;
    if (!problem.isEmpty()) return now(Ruling.invalid(problem));
    String id = Ledger.id('s', writeId);
    return ledger.create(actor, lower(ShopDeed.CREATE), id, () -> made(draft, id), writeId);
  }

  private CompletableFuture<Next<Shop>> made(ShopDraft draft, String id) {
    String wanted = draft.code();
    CompletableFuture<Optional<String>> code =
        wanted == null ? codes.free(id).thenApply(Optional::of) : codes.take(wanted, id);
    return code.thenApply(
        taken ->
            taken
                .map(c -> Next.is(new Shop(id, c, draft.facts(), false, false)))
                .orElse(Next.not("code: another shop has it")));
  }

  /** Changes what is said about a shop. */
  public CompletableFuture<Ruling<Shop>> change(
      Actor actor, String id, long version, ShopFacts facts, String writeId) {
    String problem = problem(facts);
    return edit(
        actor,
        ShopDeed.CHANGE,
        id,
        version,
        entry ->
            problem.isEmpty()
                ? Next.ofLiving(entry.thing(), entry.thing().retired(), shop -> shop.with(facts))
                : Next.not(problem),
        writeId);
  }

  /** Takes a shop out of use; its history stays, and {@link #undo} brings it back. */
  public CompletableFuture<Ruling<Shop>> retire(
      Actor actor, String id, long version, String writeId) {
    return edit(
        actor,
        ShopDeed.RETIRE,
        id,
        version,
        entry -> Next.ofLiving(entry.thing(), entry.thing().retired(), shop -> shop.retired(true)),
        writeId);
  }

  /**
   * Takes the last change back: what stood there before stands there again, as a new version.
   * Twice, it brings back what it took.
   */
  public CompletableFuture<Ruling<Shop>> undo(
      Actor actor, String id, long version, String writeId) {
    return edit(
        actor,
        ShopDeed.UNDO,
        id,
        version,
        entry -> Next.before(entry, shop -> shop.retired(true)),
        writeId);
  }

  private CompletableFuture<Ruling<Shop>> edit(
      Actor actor,
      ShopDeed deed,
      String id,
      long version,
      Function<Entry<Shop>, Next<Shop>> next,
      String writeId) {
    return ledger.edit(
        new Edit<>(actor, lower(deed), id, version, may(actor, deed), next, writeId));
  }

  /** A shop as its keepers see it, retired or not: Shown without its history, or Refused. */
  public CompletableFuture<Ruling<Shop>> read(Actor actor, String id) {
    return ledger.show(id, false, may(actor, ShopDeed.READ));
  }

  /** Who changed what: Shown, or Refused. */
  public CompletableFuture<Ruling<Shop>> history(Actor actor, String id) {
    return ledger.show(id, true, may(actor, ShopDeed.HISTORY));
  }

  private Predicate<Shop> may(Actor actor, ShopDeed deed) {
    return shop -> may(actor, deed, shop.place());
  }

  private boolean may(Actor actor, ShopDeed deed, String place) {
    return ShopRights.allow(actor, deed, gazetteer.get().way(place));
  }

  /** What is wrong beyond being well formed, in English, naming the field; "" when nothing is. */
  private String problem(ShopFacts facts) {
    if (gazetteer.get().area(facts.place()).isEmpty()) return "place: not in the gazetteer";
    GeoPoint point = facts.point();
    return point == null || Country.contains(point) ? "" : "lat, lon: outside the country";
  }

  private static <R> CompletableFuture<R> now(R ruling) {
    return CompletableFuture.completedFuture(ruling);
  }
}
