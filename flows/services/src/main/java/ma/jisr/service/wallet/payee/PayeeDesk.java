package ma.jisr.service.wallet.payee;

import static ma.jisr.map.ledger.JsonFields.lower;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.ledger.CodeBook;
import ma.jisr.map.ledger.Edit;
import ma.jisr.map.ledger.Entry;
import ma.jisr.map.ledger.Ledger;
import ma.jisr.map.ledger.Next;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Shelf;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.wallet.payee.PayeeEntry.State;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.store.Store;

/**
 * Where payees are changed, whoever wants it and whichever way: only batches of files write them
 * besides. Every change is one durable write with its history in it, behind an entry of the feed;
 * it is in this node's book when its future completes. Repeated with its {@code writeId} it is not
 * made again, and its outcome is told. From any thread.
 */
public final class PayeeDesk {
  /** Whoever is erased is named nowhere, and by no account. */
  private static final Actor ERASING = Actor.person("erased");

  private final Ledger<PayeeEntry> ledger;
  private final PayeeBook book;
  private final CodeBook codes;
  private final Supplier<Gazetteer> gazetteer;

  PayeeDesk(
      Store store,
      Shelf<PayeeEntry> shelf,
      PayeeBook book,
      ChangeFeed feed,
      CodeBook codes,
      Supplier<Gazetteer> gazetteer,
      InstantSource clock) {
    this.ledger = new Ledger<>(store, shelf, feed, seen -> book.put(List.of(seen)), clock);
    this.book = book;
    this.codes = codes;
    this.gazetteer = gazetteer;
  }

  /** Makes a new payee. INVALID when its code is another's. */
  public CompletableFuture<Ruling<PayeeEntry>> create(
      Actor actor, PayeeDraft draft, String writeId) {
    if (!may(actor, PayeeDeed.CREATE, draft.facts().place())) return now(Ruling.noRight());
    String problem = problem(draft.kind(), "", draft.facts());
    String code = draft.code();
    if (problem.isEmpty() && code != null && !PayeeCode.isCode(code))
      problem = "code: " + PayeeCode.RULE;
    if (!problem.isEmpty()) return now(Ruling.invalid(problem));
    String id = Ledger.id('p', writeId);
    return ledger.create(actor, lower(PayeeDeed.CREATE), id, () -> made(draft, id), writeId);
  }

  private CompletableFuture<Next<PayeeEntry>> made(PayeeDraft draft, String id) {
    String wanted = draft.code();
    CompletableFuture<Optional<String>> code =
        wanted == null ? codes.free(id).thenApply(Optional::of) : codes.take(wanted, id);
    return code.thenApply(
        taken ->
            taken
                .map(
                    c ->
                        Next.is(
                            new PayeeEntry(
                                id, c, draft.kind(), draft.facts(), State.ACTIVE, false)))
                .orElse(Next.not("code: another payee has it")));
  }

  /** Changes what is said about a payee; its kind and code stay. */
  public CompletableFuture<Ruling<PayeeEntry>> change(
      Actor actor, String id, long version, PayeeFacts facts, String writeId) {
    return edit(
        actor, PayeeDeed.CHANGE, id, version, entry -> changed(entry.thing(), facts), writeId);
  }

  private Next<PayeeEntry> changed(PayeeEntry payee, PayeeFacts facts) {
    String problem = problem(payee.kind(), payee.id(), facts);
    return problem.isEmpty()
        ? Next.ofLiving(payee, payee.retired(), living -> living.with(facts))
        : Next.not(problem);
  }

  /**
   * Stops payments to a payee, or lets them go on; what has been asked for already is not called
   * back.
   */
  public CompletableFuture<Ruling<PayeeEntry>> suspend(
      Actor actor, String id, long version, boolean stop, String writeId) {
    State next = stop ? State.SUSPENDED : State.ACTIVE;
    return edit(
        actor,
        PayeeDeed.SUSPEND,
        id,
        version,
        entry -> Next.ofLiving(entry.thing(), entry.thing().retired(), payee -> payee.with(next)),
        writeId);
  }

  /** Takes a payee out of use; its history stays, and {@link #undo} brings it back. */
  public CompletableFuture<Ruling<PayeeEntry>> retire(
      Actor actor, String id, long version, String writeId) {
    return edit(
        actor,
        PayeeDeed.RETIRE,
        id,
        version,
        entry ->
            Next.ofLiving(
                entry.thing(), entry.thing().retired(), payee -> payee.with(State.RETIRED)),
        writeId);
  }

  /**
   * Takes the last change back: what stood there before stands there again, as a new version.
   * Twice, it brings back what it took.
   */
  public CompletableFuture<Ruling<PayeeEntry>> undo(
      Actor actor, String id, long version, String writeId) {
    return edit(
        actor,
        PayeeDeed.UNDO,
        id,
        version,
        entry -> Next.before(entry, payee -> payee.with(State.RETIRED)),
        writeId);
  }

  private CompletableFuture<Ruling<PayeeEntry>> edit(
      Actor actor,
      PayeeDeed deed,
      String id,
      long version,
      Function<Entry<PayeeEntry>, Next<PayeeEntry>> next,
      String writeId) {
    return ledger.edit(
        new Edit<>(actor, lower(deed), id, version, may(actor, deed), next, writeId));
  }

  /**
   * Forgets a number of who is told of payments to a payee, in its history too: whoever has it is
   * erased.
   *
   * @param name the number's pseudonym: see {@link SealedPhone#name}
   * @param wished when they wished it
   */
  CompletableFuture<Boolean> forget(String id, String name, Instant wished) {
    return ledger.purge(
        ERASING,
        "erase",
        id,
        wished,
        payee -> {
          SealedPhone phone = payee.phone();
          return phone != null && phone.name().equals(name)
              ? payee.with(payee.facts().telling(null))
              : payee;
        },
        "erased:" + wished.toEpochMilli());
  }

  /** A payee as its keepers see it, retired or not: Shown without its history, or Refused. */
  public CompletableFuture<Ruling<PayeeEntry>> read(Actor actor, String id) {
    return ledger.show(id, false, may(actor, PayeeDeed.READ));
  }

  /** Who changed what: Shown, or Refused. */
  public CompletableFuture<Ruling<PayeeEntry>> history(Actor actor, String id) {
    return ledger.show(id, true, may(actor, PayeeDeed.HISTORY));
  }

  private Predicate<PayeeEntry> may(Actor actor, PayeeDeed deed) {
    return payee -> may(actor, deed, payee.place());
  }

  private boolean may(Actor actor, PayeeDeed deed, String place) {
    return PayeeRights.allow(actor, deed, PayeeRights.way(gazetteer.get(), place));
  }

  /** What is wrong beyond being well formed, in English, naming the field; "" when nothing is. */
  private String problem(Kind kind, String id, PayeeFacts facts) {
    String problem = PayeeEntry.problem(kind, facts);
    if (!problem.isEmpty()) return problem;
    if (!facts.place().isEmpty() && gazetteer.get().area(facts.place()).isEmpty())
      return "place: not in the gazetteer";
    if (facts.position() == 0) return "";
    boolean taken =
        book.of(kind).stream()
            .anyMatch(o -> o.facts().position() == facts.position() && !o.id().equals(id));
    return taken ? "position: another payee of this kind has it" : "";
  }

  private static <R> CompletableFuture<R> now(R ruling) {
    return CompletableFuture.completedFuture(ruling);
  }
}
