package ma.jisr.service.challenges.offer;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.base.LocalText;
import ma.jisr.base.Vault;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.People;
import ma.jisr.service.Speech;
import ma.jisr.service.challenges.offer.Offer.Answer;
import ma.jisr.service.challenges.offer.Offer.Tell;
import ma.jisr.service.challenges.register.Challenge;
import ma.jisr.service.challenges.register.ChallengeBook;
import ma.jisr.service.challenges.register.Keeper;
import ma.jisr.service.words.ShortName;
import ma.jisr.store.Priority;
import org.jspecify.annotations.Nullable;

/**
 * Hands in what offers have to tell, in order, under keys of their own, until it is taken. What is
 * told is put together here, so that neither words nor numbers stand open in a document of ours;
 * the engine seals what waits there. Callable from any thread.
 */
public final class OfferTeller {
  /** Longest name of a place in a message. */
  private static final int PLACE = 20;

  /** In place of the title of a challenge whose import was taken back. */
  private static final LocalText GONE = LocalText.same("-");

  private final OfferStore store;
  private final ChallengeBook book;
  private final People people;
  private final Speech speech;
  private final Supplier<Reply> way;
  private final Supplier<Gazetteer> gazetteer;
  private final Vault vault;
  private final InstantSource clock;

  /**
   * @param way by which somebody is written to who has never written
   * @param vault that sealed words and numbers
   */
  public OfferTeller(
      Offers offers,
      ChallengeBook book,
      People people,
      Speech speech,
      Supplier<Reply> way,
      Supplier<Gazetteer> gazetteer,
      Vault vault,
      InstantSource clock) {
    this.store = offers.store();
    this.book = book;
    this.people = people;
    this.speech = speech;
    this.way = way;
    this.gazetteer = gazetteer;
    this.vault = vault;
    this.clock = clock;
  }

  /** Tells what there is to tell, of so many offers at most; gives of how many. */
  public CompletableFuture<Integer> look(int most) {
    return store
        .telling(clock.instant(), most)
        .thenCompose(
            offers -> {
              CompletableFuture<?> all = CompletableFuture.completedFuture(null);
              for (Offer offer : offers) all = all.thenCompose(_ -> tell(offer));
              return all.thenApply(_ -> offers.size());
            });
  }

  private CompletableFuture<?> tell(Offer offer) {
    CompletableFuture<?> all = CompletableFuture.completedFuture(null);
    for (Tell tell : offer.tells()) all = all.thenCompose(_ -> tell(offer, tell));
    long last = offer.tells().getLast().seq();
    return all.thenCompose(
        _ -> store.change(offer.ref(), "told " + last, Priority.BACKGROUND, one -> one.told(last)));
  }

  private CompletableFuture<Void> tell(Offer offer, Tell tell) {
    Challenge challenge = book.byCode(offer.challenge()).orElse(null);
    Notice notice =
        OfferNotices.of(tell.message(), values(offer, tell, challenge), clock.instant());
    String key = "challenge offer " + offer.ref() + " " + tell.seq();
    if (!tell.to().isEmpty())
      return Optional.ofNullable(keeper(challenge, tell.to()))
          .flatMap(keeper -> keeper.digits(vault))
          .map(digits -> toKeeper(digits, notice, key))
          .orElse(CompletableFuture.completedFuture(null));
    return offer.person().isEmpty()
        ? CompletableFuture.completedFuture(null)
        : speech.send(offer.person(), notice, key);
  }

  /** They may never have written: an operator has named them. */
  private CompletableFuture<Void> toKeeper(String digits, Notice notice, String key) {
    Reply first = way.get();
    return people
        .of(digits, first.link())
        .thenCompose(
            person ->
                person.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : speech.introduce(person.get(), digits, first, notice, key));
  }

  private static @Nullable Keeper keeper(@Nullable Challenge challenge, String who) {
    if (challenge == null) return null;
    return challenge.facts().keepers().stream()
        .filter(keeper -> keeper.who().equals(who))
        .findFirst()
        .orElse(null);
  }

  /** A number is among them only where the keeper whose it is has accepted this offer. */
  private Map<String, Value> values(Offer offer, Tell tell, @Nullable Challenge challenge) {
    Map<String, Value> values = new HashMap<>();
    values.put("code", new Value.Text(offer.challenge()));
    LocalText title = challenge == null ? GONE : challenge.title();
    values.put("title", new Value.Local(title));
    values.put("ref", new Value.Text(offer.ref()));
    OfferWords words = OfferWords.open(offer.sealed(), vault);
    values.put("who", new Value.Text(words.who()));
    values.put("line", new Value.Text(words.line()));
    place(offer.place()).ifPresent(name -> values.put("place", new Value.Local(name)));
    if (tell.asked() >= 0 && tell.asked() < offer.asked().size()) {
      Offer.Asked asked = offer.asked().get(tell.asked());
      String sealed = tell.to().isEmpty() ? asked.question() : asked.reply();
      values.put("text", new Value.Text(vault.open(sealed).orElse("")));
    }
    Keeper keeper = keeper(challenge, tell.about());
    if (keeper != null) values.put("keeper", new Value.Text(keeper.name()));
    if (keeper != null
        && tell.message().equals(OfferNotices.ACCEPTED)
        && offer.answers().get(keeper.who()) == Answer.ACCEPTED)
      keeper.digits(vault).ifPresent(digits -> values.put("phone", new Value.Phone(digits)));
    return values;
  }

  private Optional<LocalText> place(String id) {
    return gazetteer.get().area(id).map(Area::name).map(name -> ShortName.of(name, PLACE));
  }
}
