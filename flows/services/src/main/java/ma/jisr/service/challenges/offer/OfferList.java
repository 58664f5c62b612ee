package ma.jisr.service.challenges.offer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.Actor;
import ma.jisr.base.Vault;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.ledger.Versioned;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.People;
import ma.jisr.service.challenges.offer.Offer.Answer;
import ma.jisr.service.challenges.offer.Offer.State;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.ChallengeBook;
import ma.jisr.service.challenges.register.ChallengeDeed;
import ma.jisr.service.challenges.register.ChallengeRights;
import ma.jisr.service.challenges.register.Keeper;

/**
 * The offers of a challenge, read by who looks after it: where each stands; what was written, for
 * those who may know; the number of who offers, where both have agreed. Callable from any thread.
 */
public final class OfferList {
  /** Offers of one page at most: some 100 KB. */
  public static final int MOST = 500;

  private final OfferStore store;
  private final ChallengeBook book;
  private final Supplier<Gazetteer> gazetteer;
  private final People people;
  private final Vault vault;

  /** How much of an offer somebody reads. */
  private sealed interface Reader {
    /** Where offers stand, and no more. */
    record Outside() implements Reader {}

    /** What was written, too, and the number once any who answers has accepted. */
    record Operator() implements Reader {}

    /**
     * Who answers for the challenge: the number once they themselves have accepted.
     *
     * @param who their pseudonym
     */
    record Answering(String who) implements Reader {}
  }

  /**
   * Some of them.
   *
   * @param next the cursor behind which to go on; "" when these were the last
   */
  public record Page(List<ListedOffer> offers, String next) {
    public Page {
      offers = List.copyOf(offers);
    }
  }

  /**
   * @param gazetteer the present one
   * @param vault that sealed what people wrote, and names them
   */
  public OfferList(
      Offers offers,
      ChallengeBook book,
      Supplier<Gazetteer> gazetteer,
      People people,
      Vault vault) {
    this.store = offers.store();
    this.book = book;
    this.gazetteer = gazetteer;
    this.people = people;
    this.vault = vault;
  }

  /**
   * A page for somebody with an account, oldest first: Done, or Refused.
   *
   * @param person whose phone the account has; "" for none
   * @param code of the challenge
   * @param after the cursor of the page before; "" to start
   * @param most of them, 1 to {@link #MOST}
   */
  public CompletableFuture<Ruling<Page>> read(
      Actor actor, String person, String code, String after, int most) {
    Challenge challenge = book.byCode(code).orElse(null);
    if (challenge == null) return CompletableFuture.completedFuture(Ruling.unknown());
    return reader(actor, person, challenge)
        .thenCompose(
            reader ->
                reader.isEmpty()
                    ? CompletableFuture.completedFuture(Ruling.<Page>noRight())
                    : page(code, reader.get(), after, most)
                        .thenApply(page -> new Ruling.Done<>(new Versioned<>(page, 0))));
  }

  private CompletableFuture<Optional<Reader>> reader(
      Actor actor, String person, Challenge challenge) {
    var way = ChallengeRights.way(gazetteer.get(), challenge.place());
    if (ChallengeRights.allow(actor, ChallengeDeed.OFFERERS, way))
      return CompletableFuture.completedFuture(Optional.of(new Reader.Operator()));
    Optional<Reader> outside =
        ChallengeRights.allow(actor, ChallengeDeed.OFFERS, way)
            ? Optional.of(new Reader.Outside())
            : Optional.empty();
    return person.isEmpty()
        ? CompletableFuture.completedFuture(outside)
        : answering(person, challenge).thenApply(reader -> reader.or(() -> outside));
  }

  /** How somebody reads who answers for a challenge; empty for everybody else. */
  private CompletableFuture<Optional<Reader>> answering(String person, Challenge challenge) {
    return people
        .number(person)
        .thenApply(
            digits ->
                digits
                    .map(number -> Keeper.who(number, vault))
                    .filter(
                        who ->
                            challenge.facts().keepers().stream().anyMatch(k -> k.who().equals(who)))
                    .map(Reader.Answering::new));
  }

  private CompletableFuture<Page> page(String code, Reader reader, String after, int most) {
    return store
        .page(code, after, most)
        .thenCompose(
            page -> {
              List<ListedOffer> listed = new ArrayList<>();
              CompletableFuture<?> all = CompletableFuture.completedFuture(null);
              for (Offer offer : page.offers())
                all =
                    all.thenCompose(_ -> phone(offer, reader))
                        .thenAccept(phone -> listed.add(listed(offer, reader, phone)));
              return all.thenApply(_ -> new Page(listed, page.next()));
            });
  }

  private CompletableFuture<String> phone(Offer offer, Reader reader) {
    boolean agreed =
        !offer.person().isEmpty()
            && switch (reader) {
              case Reader.Outside() -> false;
              case Reader.Operator() -> offer.state() == State.ACCEPTED;
              case Reader.Answering(String who) -> offer.answers().get(who) == Answer.ACCEPTED;
            };
    return agreed
        ? people.number(offer.person()).thenApply(digits -> digits.orElse(""))
        : CompletableFuture.completedFuture("");
  }

  private ListedOffer listed(Offer offer, Reader reader, String phone) {
    OfferWords words =
        reader instanceof Reader.Outside
            ? new OfferWords("", "")
            : OfferWords.open(offer.sealed(), vault);
    return new ListedOffer(
        offer.ref(),
        offer.state(),
        offer.place(),
        offer.made(),
        offer.touched(),
        offer.asked().size(),
        words.who(),
        words.line(),
        phone);
  }
}
