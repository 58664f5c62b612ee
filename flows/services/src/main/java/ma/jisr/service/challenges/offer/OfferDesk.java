package ma.jisr.service.challenges.offer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.base.Vault;
import ma.jisr.service.People;
import ma.jisr.service.challenges.offer.Offer.Answer;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.ChallengeBook;
import ma.jisr.service.challenges.register.ChallengeDesk;
import ma.jisr.service.challenges.register.Keeper;

/**
 * Where people's words about offers are taken: of those who answer for a challenge, known by the
 * number that an operator has registered, and of those who offer. Outcomes are told in words that
 * flows hear. Callable from any thread.
 */
public final class OfferDesk {
  /** Offers between which somebody is asked to choose. */
  private static final int CHOICES = 4;

  private final Offers offers;
  private final ChallengeBook book;
  private final People people;
  private final Vault vault;

  /**
   * @param vault knows who answers for what, and seals what is passed on
   */
  public OfferDesk(Offers offers, ChallengeBook book, People people, Vault vault) {
    this.offers = offers;
    this.book = book;
    this.people = people;
    this.vault = vault;
  }

  /** The pseudonym by which somebody may be registered; "" for who has no number. */
  public CompletableFuture<String> who(String person) {
    return people
        .number(person)
        .thenApply(digits -> digits.map(number -> Keeper.who(number, vault)).orElse(""));
  }

  /**
   * Takes a word.
   *
   * @param key of the call
   * @return {@code closing} where an owner wants to end a challenge, which takes a proof
   */
  public CompletableFuture<Spoken> hear(String key, String person, String written) {
    Optional<OfferWord> word = OfferWord.read(written);
    if (word.isEmpty()) return now(Spoken.of("unclear"));
    return switch (word.get().verb()) {
      case REPLY, WITHDRAW -> ofOfferer(key, person, word.get());
      case CLOSE -> who(person).thenApply(who -> closing(who, word.get()));
      case ACCEPT, DECLINE, ASK -> who(person).thenCompose(who -> ofKeeper(key, who, word.get()));
    };
  }

  private CompletableFuture<Spoken> ofOfferer(String key, String person, OfferWord word) {
    return offers
        .of(person)
        .thenCompose(
            own -> {
              List<Offer> meant =
                  own.stream().filter(one -> one.state().open() && word.means(one)).toList();
              boolean reply = word.verb() == OfferWord.Verb.REPLY;
              List<Offer> waiting =
                  reply
                      ? meant.stream().filter(one -> Offers.unanswered(one) >= 0).toList()
                      : meant;
              if (waiting.isEmpty()) return now(Spoken.of(meant.isEmpty() ? "unknown" : "unasked"));
              if (waiting.size() > 1) return now(which(waiting));
              String ref = waiting.getFirst().ref();
              if (!reply) return offers.withdraw(key, person, ref).thenApply(spoken("withdrawn"));
              Optional<String> text = Relayed.of(word.text(), Relayed.MAX_LINE);
              return text.isEmpty()
                  ? now(Spoken.of("words", waiting.getFirst()))
                  : offers.reply(key, person, ref, text.get()).thenApply(spoken("replied"));
            });
  }

  private static Function<Optional<Offer>, Spoken> spoken(String outcome) {
    return found -> found.map(offer -> Spoken.of(outcome, offer)).orElse(Spoken.of("unknown"));
  }

  private static Spoken which(List<Offer> offers) {
    return Spoken.which(offers.stream().limit(CHOICES).toList());
  }

  private Spoken closing(String who, OfferWord word) {
    List<Challenge> own =
        book.keptBy(who).stream()
            .filter(one -> ChallengeDesk.owns(who, one) && one.open())
            .filter(one -> word.code().isEmpty() || one.code().equals(word.code()))
            .toList();
    if (own.size() != 1)
      return Spoken.of(book.keptBy(who).isEmpty() ? "stranger" : "which_challenge");
    return new Spoken("closing", null, "", own.getFirst().code(), List.of());
  }

  private CompletableFuture<Spoken> ofKeeper(String key, String who, OfferWord word) {
    if (who.isEmpty() || book.keptBy(who).isEmpty()) return now(Spoken.of("stranger"));
    // Who names one may say the same again; who names none means one that waits.
    boolean named = !word.ref().isEmpty();
    return offers
        .forKeeper(
            who, word.ref(), one -> word.means(one) && (named || !one.answers().containsKey(who)))
        .thenCompose(
            left -> {
              if (left.isEmpty()) return now(Spoken.of("unknown"));
              if (left.size() > 1) return now(which(left));
              return answer(key, who, word, left.getFirst());
            });
  }

  private CompletableFuture<Spoken> answer(String key, String who, OfferWord word, Offer offer) {
    Answer said = offer.answers().get(who);
    return switch (word.verb()) {
      case ACCEPT ->
          said == Answer.DECLINED
              ? now(Spoken.of("unknown"))
              : offers.accept(key, who, offer.ref()).thenCompose(found -> touch(who, found));
      case DECLINE ->
          said == Answer.ACCEPTED
              ? touch(who, Optional.of(offer))
              : offers.decline(key, who, offer.ref()).thenApply(spoken("declined"));
      default -> ask(key, who, word, offer);
    };
  }

  private CompletableFuture<Spoken> ask(String key, String who, OfferWord word, Offer offer) {
    Optional<String> text = Relayed.of(word.text(), Relayed.MAX_LINE);
    if (text.isEmpty()) return now(Spoken.of("words", offer));
    long before = Offers.asked(offer, who);
    if (before >= Offer.MOST_ASKED) return now(Spoken.of("enough", offer));
    return offers.ask(key, who, offer.ref(), text.get()).thenApply(spoken("asked"));
  }

  /** Both have agreed: the one is told the other's number here, the other by a message. */
  private CompletableFuture<Spoken> touch(String who, Optional<Offer> found) {
    if (found.isEmpty() || found.get().answers().get(who) != Answer.ACCEPTED)
      return now(Spoken.of("unknown"));
    Offer offer = found.get();
    return people
        .number(offer.person())
        .thenApply(
            digits ->
                new Spoken(
                    "accepted",
                    offer,
                    digits.orElse(""),
                    OfferWords.open(offer.sealed(), vault).who(),
                    List.of()));
  }

  private static CompletableFuture<Spoken> now(Spoken spoken) {
    return CompletableFuture.completedFuture(spoken);
  }
}
