package ma.jisr.service.challenges.offer;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import ma.jisr.base.Vault;
import ma.jisr.service.challenges.offer.Offer.Answer;
import ma.jisr.service.challenges.offer.Offer.State;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.ChallengeBook;
import ma.jisr.service.challenges.register.Keeper;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Priority;
import ma.jisr.store.Retention;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * Who offers to take up which challenge, and what those who answer for it say. A number is told to
 * nobody before the one side has agreed in offering and the other in accepting. Each step is one
 * durable write with what is to be told of it; repeated with its key it is made once. Callable from
 * any thread.
 */
public final class Offers {
  public static final List<CollectionSpec> COLLECTIONS =
      List.of(OfferStore.OFFERS, OfferStore.COUNTS);

  /** Open offers of one person: who offers everywhere means it nowhere. */
  static final int MOST_OPEN = 5;

  /** Offers of one person or challenge that are read at once. */
  static final int LISTED = 500;

  /** Open offers of a challenge that are told apart: more than a screen names to choose from. */
  private static final int MEANT = 10;

  private static final int TRIES = 8;

  private final OfferStore store;
  private final ChallengeBook book;
  private final Vault vault;
  private final InstantSource clock;

  /**
   * @param vault seals what people write, under this part's key
   */
  public Offers(Store store, ChallengeBook book, Vault vault, InstantSource clock) {
    this.store = new OfferStore(store);
    this.book = book;
    this.vault = vault;
    this.clock = clock;
  }

  OfferStore store() {
    return store;
  }

  /** How often a challenge was offered for. */
  public CompletableFuture<Long> count(String challenge) {
    return store.count(challenge);
  }

  /** Somebody's offers, newest first. */
  public CompletableFuture<List<Offer>> of(String person) {
    return store.ofPerson(person, LISTED).thenApply(List::reversed);
  }

  /** Who tells people what became of the challenges for which they have offered. */
  public OfferRound round() {
    return new OfferRound(store, clock);
  }

  /**
   * Offers to take a challenge up. Who does has agreed that their number is told to whoever
   * accepts.
   *
   * @param key of the call
   * @param who their name, or that of an association
   * @param place the id of the place where
   * @param line what they offer
   */
  public CompletableFuture<Made> make(
      String key, String person, String code, String who, String place, String line) {
    Challenge challenge = book.byCode(code).filter(Challenge::open).orElse(null);
    if (challenge == null) return not(Made.Why.CLOSED);
    Optional<OfferWords> words = OfferWords.of(who, line);
    if (words.isEmpty()) return not(Made.Why.WORDS);
    String name = vault.pseudonym("key", key);
    return store
        .ofPerson(person, LISTED)
        .thenCompose(
            own -> {
              Made known = known(own, name, code);
              if (known != null) return now(known);
              return store
                  .number(code, name)
                  .thenCompose(
                      number ->
                          insert(
                              offer(challenge, number, name, person, words.get(), place), TRIES));
            });
  }

  private static @Nullable Made known(List<Offer> own, String key, String code) {
    int open = 0;
    for (Offer offer : own) {
      if (offer.key().equals(key)) return new Made.Done(offer, !offer.heard().isEmpty());
      if (!offer.state().open()) continue;
      if (offer.challenge().equals(code)) return new Made.Already(offer);
      open++;
    }
    return open >= MOST_OPEN ? new Made.Not(Made.Why.ENOUGH) : null;
  }

  private Offer offer(
      Challenge challenge, long number, String key, String person, OfferWords words, String place) {
    Instant at = clock.instant();
    Offer offer =
        new Offer(
            challenge.code() + "/" + number,
            challenge.code(),
            person,
            key,
            words.sealed(vault),
            place,
            State.OPEN,
            Map.of(),
            List.of(),
            List.of(),
            at,
            at,
            0,
            List.of(),
            0);
    for (Keeper keeper : challenge.facts().keepers()) offer = OfferRound.offered(offer, keeper);
    return offer;
  }

  private CompletableFuture<Made> insert(Offer offer, int tries) {
    if (tries == 0) return not(Made.Why.ENOUGH);
    return store
        .insert(offer)
        .thenCompose(
            inserted -> {
              Made made = new Made.Done(offer, !offer.heard().isEmpty());
              if (inserted) return now(made);
              return store
                  .get(offer.ref())
                  .thenCompose(
                      there ->
                          there.isEmpty()
                              ? insert(offer, tries - 1)
                              : now(new Made.Done(there.get(), true)));
            });
  }

  /**
   * The open offers that somebody of a pseudonym may answer, those of a challenge oldest first.
   *
   * @param ref of the one that is meant; "" for all
   * @param meant which of them; no more than {@link #MEANT} of a challenge are looked for
   */
  CompletableFuture<List<Offer>> forKeeper(String who, String ref, Predicate<Offer> meant) {
    if (!ref.isEmpty())
      return store
          .get(ref)
          .thenApply(
              found -> found.filter(one -> answers(who, one) && meant.test(one)).stream().toList());
    CompletableFuture<List<Offer>> all = CompletableFuture.completedFuture(new ArrayList<>());
    for (Challenge challenge : book.keptBy(who))
      all =
          all.thenCombine(
              open(challenge.code(), "", meant, new ArrayList<>()),
              (sofar, more) -> {
                sofar.addAll(more);
                return sofar;
              });
    return all;
  }

  /** Page by page: of a challenge of years, most are over. */
  private CompletableFuture<List<Offer>> open(
      String challenge, String after, Predicate<Offer> meant, List<Offer> sofar) {
    return store
        .page(challenge, after, LISTED)
        .thenCompose(
            page -> {
              for (Offer offer : page.offers())
                if (offer.state().open() && meant.test(offer) && sofar.size() < MEANT)
                  sofar.add(offer);
              return page.next().isEmpty() || sofar.size() >= MEANT
                  ? CompletableFuture.completedFuture(sofar)
                  : open(challenge, page.next(), meant, sofar);
            });
  }

  private boolean answers(String who, Offer offer) {
    return offer.state().open()
        && book.keptBy(who).stream().anyMatch(one -> one.code().equals(offer.challenge()));
  }

  /** Accepts: from here on each may have the other's number. */
  CompletableFuture<Optional<Offer>> accept(String key, String who, String ref) {
    return change(
        key,
        ref,
        offer ->
            !offer.state().open() || offer.answers().containsKey(who)
                ? null
                : offer
                    .answered(who, Answer.ACCEPTED, clock.instant())
                    .state(State.ACCEPTED, clock.instant())
                    .tell("", OfferNotices.ACCEPTED, who, -1));
  }

  /** Declines; who offers hears of it when nobody is left who could accept. */
  CompletableFuture<Optional<Offer>> decline(String key, String who, String ref) {
    return change(
        key,
        ref,
        offer -> {
          if (!offer.state().open() || offer.answers().containsKey(who)) return null;
          Offer next = offer.answered(who, Answer.DECLINED, clock.instant());
          boolean all =
              book.byCode(offer.challenge()).stream()
                  .flatMap(challenge -> challenge.facts().keepers().stream())
                  .allMatch(keeper -> next.answers().get(keeper.who()) == Answer.DECLINED);
          return all
              ? next.state(State.DECLINED, clock.instant()).tell("", OfferNotices.DECLINED, who, -1)
              : next;
        });
  }

  /** Asks who offers something: their number stays unknown. */
  CompletableFuture<Optional<Offer>> ask(String key, String who, String ref, String question) {
    String sealed = vault.seal(question);
    return change(
        key,
        ref,
        offer -> {
          if (!offer.state().open() || asked(offer, who) >= Offer.MOST_ASKED) return null;
          List<Offer.Asked> all = new ArrayList<>(offer.asked());
          all.add(new Offer.Asked(who, sealed, ""));
          return offer
              .asking(all, clock.instant())
              .tell("", OfferNotices.ASKED, who, all.size() - 1);
        });
  }

  static long asked(Offer offer, String who) {
    return offer.asked().stream().filter(one -> one.by().equals(who)).count();
  }

  /** Answers the oldest question that has no answer. */
  CompletableFuture<Optional<Offer>> reply(String key, String person, String ref, String reply) {
    String sealed = vault.seal(reply);
    return change(
        key,
        ref,
        offer -> {
          int open = unanswered(offer);
          if (!offer.person().equals(person) || !offer.state().open() || open < 0) return null;
          List<Offer.Asked> all = new ArrayList<>(offer.asked());
          Offer.Asked asked = all.get(open);
          all.set(open, new Offer.Asked(asked.by(), asked.question(), sealed));
          return offer
              .asking(all, clock.instant())
              .tell(asked.by(), OfferNotices.REPLIED, "", open);
        });
  }

  static int unanswered(Offer offer) {
    for (int i = 0; i < offer.asked().size(); i++)
      if (offer.asked().get(i).reply().isEmpty()) return i;
    return -1;
  }

  /** Takes an offer back; those who have heard of it and not answered hear of that. */
  public CompletableFuture<Optional<Offer>> withdraw(String key, String person, String ref) {
    return change(
        key,
        ref,
        offer -> {
          if (!offer.person().equals(person) || !offer.state().open()) return null;
          return tellHeard(offer.state(State.WITHDRAWN, clock.instant()));
        });
  }

  private static Offer tellHeard(Offer offer) {
    Offer next = offer;
    for (String who : offer.heard())
      if (offer.answers().get(who) != Answer.DECLINED)
        next = next.tell(who, OfferNotices.WITHDRAWN, "", -1);
    return next;
  }

  /** Takes out all that somebody has written and that names them. */
  public CompletableFuture<Void> erase(String person, Instant now) {
    return store
        .ofPerson(person, LISTED)
        .thenCompose(
            own -> {
              CompletableFuture<?> all = CompletableFuture.completedFuture(null);
              for (Offer offer : own)
                if (!offer.made().isAfter(now))
                  all =
                      all.thenCompose(
                          _ ->
                              change(
                                  "erase " + person,
                                  offer.ref(),
                                  one ->
                                      one.state().open()
                                          ? tellHeard(one.erased(clock.instant()))
                                          : one.erased(clock.instant())));
              return all.thenApply(_ -> null);
            });
  }

  private CompletableFuture<Optional<Offer>> change(
      String key, String ref, Function<Offer, @Nullable Offer> by) {
    return store.change(ref, vault.pseudonym("key", key), Priority.TURN, by);
  }

  /** How long offers are kept behind their last word, which they say themselves. */
  public static List<Retention> retentions() {
    return OfferStore.retentions();
  }

  private static CompletableFuture<Made> not(Made.Why why) {
    return now(new Made.Not(why));
  }

  private static CompletableFuture<Made> now(Made made) {
    return CompletableFuture.completedFuture(made);
  }
}
