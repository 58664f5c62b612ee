package ma.jisr.service.wallet.claim;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Actor;
import ma.jisr.base.Vault;
import ma.jisr.map.hours.PublicHolidays;
import ma.jisr.map.ledger.Bounds;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.service.Holding;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.wallet.claim.Claim.State;
import ma.jisr.service.wallet.claim.Claim.Verdict;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What people dispute of their payments. A claim is registered in one durable write, with the
 * payment as it stands copied into it; who takes it up asks the provider; money goes back on two
 * people's word, and as a payment of its own. Repeated with its key or write id, each step is made
 * once. Callable from any thread.
 */
public final class Claims {
  public static final List<CollectionSpec> COLLECTIONS = List.of(ClaimStore.SPEC);

  /** The collections with an outbox. */
  public static final List<String> OUTBOXES = List.of(ClaimStore.SPEC.name());

  /** Claims of one payment, one after another. */
  private static final int ROUNDS = 3;

  /** Numbers tried, should another claim have got one: one in 33 million has it. */
  private static final int TRIES = 8;

  /** Most that are listed at once. */
  public static final int LISTED = 200;

  private final ClaimStore store;
  private final Disputes disputes;
  private final ClaimTerms terms;
  private final PublicHolidays holidays;
  private final Vault vault;
  private final InstantSource clock;

  /**
   * @param vault makes numbers, under this part's key
   */
  public Claims(
      Store store,
      Outboxes outboxes,
      Disputes disputes,
      ClaimTerms terms,
      PublicHolidays holidays,
      Vault vault,
      InstantSource clock) {
    this.store = new ClaimStore(store, outboxes);
    this.disputes = disputes;
    this.terms = terms;
    this.holidays = holidays;
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Disputes a payment. "Not me" blocks payments from the number first, whatever comes of the rest.
   *
   * @param key of the call
   * @param person who disputes: only their own payments
   */
  public CompletableFuture<Opened> open(
      String key, String person, String reference, Reason reason) {
    CompletableFuture<Void> blocked =
        reason == Reason.NOT_ME ? disputes.block(person) : CompletableFuture.completedFuture(null);
    return blocked
        .thenCompose(_ -> disputes.evidence(person, reference))
        .thenCompose(
            found -> {
              if (found.isEmpty()) return not(Opened.Why.NO_PAYMENT);
              if (!found.get().asked()) return not(Opened.Why.NEVER_ASKED);
              Claim wanted = made(key, person, reason, found.get());
              return register(wanted, 0, 0);
            });
  }

  private static CompletableFuture<Opened> not(Opened.Why why) {
    return CompletableFuture.completedFuture(new Opened.Not(why));
  }

  private Claim made(String key, String person, Reason reason, Evidence evidence) {
    Instant now = clock.instant();
    return new Claim(
        "",
        vault.pseudonym("key", key),
        person,
        reason,
        evidence,
        State.OPEN,
        null,
        Recourse.CMMB,
        terms.clocks(now, holidays),
        "",
        "",
        null,
        now,
        List.of(new Claim.Step(now, "person", "opened", "")),
        List.of());
  }

  private CompletableFuture<Opened> register(Claim wanted, int round, int tries) {
    if (round == ROUNDS || tries == TRIES) return not(Opened.Why.ENOUGH);
    String reference = wanted.evidence().reference();
    Claim claim = wanted.numbered(ClaimNumber.of(vault, reference, round, tries));
    return store
        .insert(claim)
        .thenCompose(
            inserted -> {
              if (inserted) return done(new Opened.Done(claim));
              return store
                  .get(claim.number())
                  .thenCompose(there -> beside(wanted, there.orElse(null), round, tries));
            });
  }

  /** Another one stands there: the same, an older one of this payment, or one of another. */
  private CompletableFuture<Opened> beside(
      Claim wanted, @Nullable Claim there, int round, int tries) {
    if (there == null) return register(wanted, round, tries); // deleted meanwhile
    if (!there.evidence().reference().equals(wanted.evidence().reference()))
      return register(wanted, round, tries + 1);
    if (there.key().equals(wanted.key())) return done(new Opened.Done(there));
    return there.state() == State.CLOSED
        ? register(wanted, round + 1, 0)
        : done(new Opened.Already(there));
  }

  private static CompletableFuture<Opened> done(Opened opened) {
    return CompletableFuture.completedFuture(opened);
  }

  /** Somebody's own claim, its number as they write it; others' are none of theirs. */
  public CompletableFuture<Optional<Claim>> of(String person, String number) {
    String canonical = ClaimNumber.canonical(number);
    if (canonical.isEmpty()) return CompletableFuture.completedFuture(Optional.empty());
    return store
        .get(canonical)
        .thenApply(found -> found.filter(claim -> claim.person().equals(person)));
  }

  /** Somebody's claims, oldest first. */
  public CompletableFuture<List<Claim>> of(String person) {
    return store.of(person, LISTED);
  }

  /** The claims of a state, longest open first; of all that an answer is owed to for null. */
  public CompletableFuture<Ruling<List<Claim>>> list(Actor actor, @Nullable State state) {
    if (!ClaimRights.allow(actor)) return CompletableFuture.completedFuture(Ruling.noRight());
    List<State> states =
        state == null ? List.of(State.OPEN, State.WITH_PROVIDER, State.ESCALATED) : List.of(state);
    CompletableFuture<List<Claim>> all = CompletableFuture.completedFuture(new ArrayList<>());
    for (State one : states)
      all =
          all.thenCombine(
              store.in(one, LISTED),
              (sofar, more) -> {
                sofar.addAll(more);
                return sofar;
              });
    return all.thenApply(claims -> new Ruling.Done<>(new Versioned<>(claims, 0)));
  }

  /** One claim, whoever made it. */
  public CompletableFuture<Ruling<Claim>> show(Actor actor, String number) {
    if (!ClaimRights.allow(actor)) return CompletableFuture.completedFuture(Ruling.noRight());
    return store.get(ClaimNumber.canonical(number)).thenApply(Claims::ruled);
  }

  /** Takes one up: the provider is going to be asked. */
  public CompletableFuture<Ruling<Claim>> take(
      Actor actor, String number, String note, String writeId) {
    return step(
        actor,
        number,
        note,
        writeId,
        claim ->
            claim.state() == State.OPEN
                ? new ClaimStore.Changed(claim.taken(actor.id(), clock.instant(), note), "")
                : null,
        claim -> claim.state() == State.WITH_PROVIDER && claim.taker().equals(actor.id()));
  }

  /**
   * Answers one that has been taken up, or taken further. To accept it, so that money goes back,
   * takes another account than that which took it up.
   */
  public CompletableFuture<Ruling<Claim>> answer(
      Actor actor, String number, Verdict verdict, String note, String writeId) {
    return step(
            actor,
            number,
            note,
            writeId,
            claim -> answered(actor, claim, verdict, note),
            claim ->
                claim.state() == State.ANSWERED
                    && claim.verdict() == verdict
                    && claim.decider().equals(actor.id()))
        .thenCompose(
            ruling ->
                ruling instanceof Ruling.Done<Claim> done && done.now().thing().owesBack()
                    ? giveBack(done.now().thing()).thenApply(claim -> ruled(Optional.of(claim)))
                    : CompletableFuture.completedFuture(ruling));
  }

  private ClaimStore.@Nullable Changed answered(
      Actor actor, Claim claim, Verdict verdict, String note) {
    boolean may = claim.state() == State.WITH_PROVIDER || claim.state() == State.ESCALATED;
    boolean alone = verdict == Verdict.ACCEPTED && claim.taker().equals(actor.id());
    // Once it was accepted the money is on its way: nothing takes that back but the payee.
    if (!may || alone || claim.verdict() == Verdict.ACCEPTED) return null;
    Claim next = claim.answered(actor.id(), clock.instant(), verdict, note);
    // Who is told of money is told when it is known that it goes back.
    return new ClaimStore.Changed(next, verdict == Verdict.REFUSED ? ClaimNotices.REFUSED : "");
  }

  /** Notes that somebody has turned to the mediator or the central bank. */
  public CompletableFuture<Ruling<Claim>> escalate(
      Actor actor, String number, Recourse to, String note, String writeId) {
    if (to == Recourse.NONE) return CompletableFuture.completedFuture(Ruling.invalid("to: whom?"));
    return step(
        actor,
        number,
        note,
        writeId,
        claim ->
            claim.state() == State.CLOSED || claim.verdict() == Verdict.ACCEPTED
                ? null
                : new ClaimStore.Changed(
                    claim.escalated(actor.id(), clock.instant(), to, note), ClaimNotices.ESCALATED),
        claim -> false);
  }

  /** Closes one that has its answer. */
  public CompletableFuture<Ruling<Claim>> close(
      Actor actor, String number, String note, String writeId) {
    return step(
        actor,
        number,
        note,
        writeId,
        claim ->
            claim.state() == State.ANSWERED && !claim.owesBack()
                ? new ClaimStore.Changed(claim.closed(actor.id(), clock.instant(), note), "")
                : null,
        claim -> claim.state() == State.CLOSED);
  }

  /**
   * @param by what becomes of it; null where it cannot be
   * @param done whether it is so already: said again it is no mistake
   */
  private CompletableFuture<Ruling<Claim>> step(
      Actor actor,
      String number,
      String note,
      String writeId,
      Function<Claim, ClaimStore.@Nullable Changed> by,
      Function<Claim, Boolean> done) {
    if (!ClaimRights.allow(actor)) return CompletableFuture.completedFuture(Ruling.noRight());
    String problem = problem(note);
    if (!problem.isEmpty()) return CompletableFuture.completedFuture(Ruling.invalid(problem));
    boolean[] changed = new boolean[1];
    return store
        .change(
            ClaimNumber.canonical(number),
            writeId,
            clock.instant(),
            claim -> {
              changed[0] = false;
              if (claim.steps().size() >= Claim.MOST_STEPS) return null;
              ClaimStore.Changed next = by.apply(claim);
              changed[0] = next != null;
              return next;
            })
        .thenApply(
            found -> {
              boolean so = changed[0] || found.filter(done::apply).isPresent();
              return found.isEmpty() || so
                  ? ruled(found)
                  : Ruling.invalid("it is " + found.get().state() + ": " + hint(found.get()));
            });
  }

  private static String hint(Claim claim) {
    return switch (claim.state()) {
      case OPEN -> "take it up first";
      case WITH_PROVIDER -> "another account than that which took it up must accept it";
      case ESCALATED -> "answer it by another account than that which took it up";
      case ANSWERED -> "it has its answer";
      case CLOSED -> "nothing more is expected";
    };
  }

  private static String problem(String note) {
    if (note.isEmpty()) return "";
    try {
      Bounds.line("note", note, Claim.Step.MAX_NOTE);
      return "";
    } catch (IllegalArgumentException e) {
      return String.valueOf(e.getMessage());
    }
  }

  private static Ruling<Claim> ruled(Optional<Claim> found) {
    return found
        .<Ruling<Claim>>map(claim -> new Ruling.Done<>(new Versioned<>(claim, 0)))
        .orElseGet(Ruling::unknown);
  }

  /** Has money given back that is owed; found again by {@link #look} when it comes to nothing. */
  private CompletableFuture<Claim> giveBack(Claim claim) {
    String number = claim.number();
    String reference = claim.evidence().reference();
    return disputes
        .giveBack("claim " + number, reference, number, claim.decider())
        .thenCompose(
            back ->
                back == Disputes.Back.LATER
                    ? CompletableFuture.completedFuture(Optional.of(claim))
                    : store.change(
                        number,
                        "back",
                        clock.instant(),
                        now -> now.owesBack() ? given(now, back) : null))
        .thenApply(found -> found.orElse(claim));
  }

  private ClaimStore.Changed given(Claim claim, Disputes.Back back) {
    String message =
        back == Disputes.Back.NOTHING_PAID ? ClaimNotices.NOTHING : ClaimNotices.ACCEPTED;
    return new ClaimStore.Changed(claim.given(back, clock.instant()), message);
  }

  /** Does what is due; gives how many were. To be asked every minute or so. */
  public CompletableFuture<Integer> look(int most) {
    Instant now = clock.instant();
    return store
        .due(now, most)
        .thenCompose(
            due -> {
              CompletableFuture<?> all = CompletableFuture.completedFuture(null);
              for (Claim claim : due) all = all.thenCompose(_ -> look(claim, now));
              return all.thenApply(_ -> due.size());
            });
  }

  private CompletableFuture<?> look(Claim claim, Instant now) {
    if (claim.owesBack()) return giveBack(claim);
    return store.change(claim.number(), "look " + now.toEpochMilli(), now, one -> looked(one, now));
  }

  private static ClaimStore.@Nullable Changed looked(Claim claim, Instant now) {
    Instant due = claim.due();
    if (claim.owesBack() || due == null || due.isAfter(now)) return null;
    if (claim.state() == State.ANSWERED)
      return new ClaimStore.Changed(claim.closed("jisr", now, ""), "");
    boolean most = !claim.clocks().most().isAfter(now);
    String message = most ? ClaimNotices.OVERDUE : ClaimNotices.LATE;
    // Whoever hears that it is overdue need not hear that it is late.
    Claim next = claim.told().contains(ClaimNotices.LATE) ? claim : claim.toldOf(ClaimNotices.LATE);
    return new ClaimStore.Changed(most ? next.toldOf(ClaimNotices.OVERDUE) : next, message);
  }

  /** What it keeps of people. */
  public Holding holding() {
    return new ClaimHolding(store);
  }

  /** How long they are kept: as payments are. */
  public static Retention retention() {
    return ClaimStore.retention();
  }
}
