package ma.jisr.service.challenges.register;

import static ma.jisr.map.ledger.JsonFields.lower;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.ledger.Edit;
import ma.jisr.map.ledger.Entry;
import ma.jisr.map.ledger.Ledger;
import ma.jisr.map.ledger.Next;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Shelf;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.challenges.register.Challenge.State;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Where challenges are changed, whoever wants it and whichever way: only batches of files write
 * them besides. Every change is one durable write with its history in it, behind an entry of the
 * feed; it is in this node's book when its future completes. Repeated with its {@code writeId} it
 * is not made again, and its outcome is told. From any thread.
 */
public final class ChallengeDesk {
  /** Whoever is erased is named nowhere, and by no account. */
  private static final Actor ERASING = Actor.person("erased");

  private final Ledger<Challenge> ledger;
  private final ChallengeBook book;
  private final Supplier<Gazetteer> gazetteer;

  ChallengeDesk(
      Store store,
      Shelf<Challenge> shelf,
      ChallengeBook book,
      ChangeFeed feed,
      Supplier<Gazetteer> gazetteer,
      InstantSource clock) {
    this.ledger = new Ledger<>(store, shelf, feed, seen -> book.put(List.of(seen)), clock);
    this.book = book;
    this.gazetteer = gazetteer;
  }

  /** Makes a new challenge. INVALID when its code is another's, or its theme is none. */
  public CompletableFuture<Ruling<Challenge>> create(
      Actor actor, ChallengeDraft draft, String writeId) {
    if (!may(actor, ChallengeDeed.CREATE, draft.facts().place())) return now(Ruling.noRight());
    String problem = problem(draft.code(), draft.facts());
    if (!problem.isEmpty()) return now(Ruling.invalid(problem));
    State state = draft.publish() ? State.PUBLISHED : State.DRAFT;
    return ledger.create(
        actor,
        lower(ChallengeDeed.CREATE),
        draft.code(),
        () -> now(Next.is(new Challenge(draft.code(), draft.facts(), state))),
        writeId);
  }

  /**
   * Changes what is said about a challenge; its code stays.
   *
   * @param by gives what shall be said from what is; an {@link IllegalArgumentException} of it
   *     names what cannot be
   */
  public CompletableFuture<Ruling<Challenge>> change(
      Actor actor,
      String code,
      @Nullable Long version,
      Function<ChallengeFacts, ChallengeFacts> by,
      String writeId) {
    return edit(
        actor,
        ChallengeDeed.CHANGE,
        code,
        version,
        entry -> changed(entry.thing(), by, facts -> problem(code, facts)),
        writeId);
  }

  /** Changes who answers for a challenge, whatever else is wrong with it. */
  public CompletableFuture<Ruling<Challenge>> keepers(
      Actor actor, String code, Function<ChallengeFacts, ChallengeFacts> by, String writeId) {
    return edit(
        actor,
        ChallengeDeed.CHANGE,
        code,
        null,
        entry -> changed(entry.thing(), by, _ -> ""),
        writeId);
  }

  private static Next<Challenge> changed(
      Challenge challenge,
      Function<ChallengeFacts, ChallengeFacts> by,
      Function<ChallengeFacts, String> problem) {
    try {
      ChallengeFacts next = by.apply(challenge.facts());
      String wrong = problem.apply(next);
      return wrong.isEmpty() ? Next.is(challenge.with(next)) : Next.not(wrong);
    } catch (IllegalArgumentException e) {
      return Next.not(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Forgets who answers for a challenge, in its history too: they are erased.
   *
   * @param who their pseudonym: see {@link Keeper#who}
   * @param wished when they wished it
   */
  CompletableFuture<Boolean> forget(String code, String who, Instant wished) {
    return ledger.purge(
        ERASING,
        "erase",
        code,
        wished,
        challenge -> {
          ChallengeFacts facts = challenge.facts();
          return challenge.with(
              facts.with(without(facts.owner(), who), without(facts.partner(), who)));
        },
        "erased:" + wished.toEpochMilli());
  }

  private static @Nullable Keeper without(@Nullable Keeper keeper, String who) {
    return keeper != null && keeper.who().equals(who) ? null : keeper;
  }

  /** Shows a draft to people, or a closed one again. */
  public CompletableFuture<Ruling<Challenge>> publish(
      Actor actor, String code, @Nullable Long version, String writeId) {
    return edit(
        actor,
        ChallengeDeed.PUBLISH,
        code,
        version,
        entry -> Next.is(entry.thing().with(State.PUBLISHED)),
        writeId);
  }

  /** Ends a challenge; everybody who offered hears of it. */
  public CompletableFuture<Ruling<Challenge>> close(
      Actor actor, String code, @Nullable Long version, String writeId) {
    return edit(actor, ChallengeDeed.CLOSE, code, version, ChallengeDesk::closed, writeId);
  }

  /**
   * The same for whoever owns it, from their phone: their partner may not.
   *
   * @param who the owner's pseudonym
   */
  public CompletableFuture<Ruling<Challenge>> closeOwn(
      Actor actor, String who, String code, String writeId) {
    return ledger.edit(
        new Edit<>(
            actor,
            lower(ChallengeDeed.CLOSE),
            code,
            null,
            challenge -> owns(who, challenge),
            ChallengeDesk::closed,
            writeId));
  }

  /** Whether somebody of a pseudonym owns a challenge. */
  public static boolean owns(String who, Challenge challenge) {
    Keeper owner = challenge.facts().owner();
    return owner != null && owner.who().equals(who);
  }

  private static Next<Challenge> closed(Entry<Challenge> entry) {
    return entry.thing().state() == State.DRAFT
        ? Next.not("state: a draft is not to be closed")
        : Next.is(entry.thing().with(State.CLOSED));
  }

  /**
   * Takes the last change back: what stood there before stands there again, as a new version.
   * Twice, it brings back what it took. What was new becomes a draft.
   */
  public CompletableFuture<Ruling<Challenge>> undo(
      Actor actor, String code, @Nullable Long version, String writeId) {
    return edit(
        actor,
        ChallengeDeed.UNDO,
        code,
        version,
        entry -> Next.before(entry, challenge -> challenge.with(State.DRAFT)),
        writeId);
  }

  private CompletableFuture<Ruling<Challenge>> edit(
      Actor actor,
      ChallengeDeed deed,
      String code,
      @Nullable Long version,
      Function<Entry<Challenge>, Next<Challenge>> next,
      String writeId) {
    return ledger.edit(
        new Edit<>(actor, lower(deed), code, version, may(actor, deed), next, writeId));
  }

  /** A challenge as its keepers see it: Shown without its history, or Refused. */
  public CompletableFuture<Ruling<Challenge>> read(Actor actor, String code) {
    return ledger.show(code, false, may(actor, ChallengeDeed.READ));
  }

  /** Who changed what: Shown, or Refused. */
  public CompletableFuture<Ruling<Challenge>> history(Actor actor, String code) {
    return ledger.show(code, true, may(actor, ChallengeDeed.HISTORY));
  }

  private Predicate<Challenge> may(Actor actor, ChallengeDeed deed) {
    return challenge -> may(actor, deed, challenge.place());
  }

  private boolean may(Actor actor, ChallengeDeed deed, String place) {
    return ChallengeRights.allow(actor, deed, ChallengeRights.way(gazetteer.get(), place));
  }

  /** What is wrong beyond being well formed, in English, naming the field; "" when nothing is. */
  private String problem(String code, ChallengeFacts facts) {
    if (!ChallengeCode.isCode(code)) return "code: " + ChallengeCode.RULE;
    if (book.theme(ChallengeCode.theme(code)).isEmpty()) return "code: there is no such theme";
    boolean nowhere = !facts.place().isEmpty() && gazetteer.get().area(facts.place()).isEmpty();
    return nowhere ? "place: not in the gazetteer" : "";
  }

  private static <R> CompletableFuture<R> now(R ruling) {
    return CompletableFuture.completedFuture(ruling);
  }
}
