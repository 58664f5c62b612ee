package ma.jisr.app.wiring;

import java.nio.file.Path;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import ma.jisr.app.account.Signed;
import ma.jisr.app.challenge.ChallengeOffers;
import ma.jisr.app.challenge.ChallengesVerb;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.FileVerb;
import ma.jisr.app.exchange.Handover;
import ma.jisr.base.Vault;
import ma.jisr.flow.person.Reply;
import ma.jisr.gateway.account.Accounts;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.People;
import ma.jisr.service.Speech;
import ma.jisr.service.challenges.ChallengeKeeper;
import ma.jisr.service.challenges.ChallengePorts;
import ma.jisr.service.challenges.file.ChallengeExchange;
import ma.jisr.service.challenges.follow.Follows;
import ma.jisr.service.challenges.follow.News;
import ma.jisr.service.challenges.offer.OfferDesk;
import ma.jisr.service.challenges.offer.OfferList;
import ma.jisr.service.challenges.offer.OfferTeller;
import ma.jisr.service.challenges.offer.Offers;
import ma.jisr.service.challenges.register.Challenges;
import ma.jisr.service.challenges.register.Starter;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/**
 * All of challenges, put together.
 *
 * @param challenges to be read before the first question, changed at their desk
 * @param ports for the service
 * @param offers as those read them who look after challenges
 * @param duties what is done of its own accord
 * @param speech to be connected with the engine
 * @param gazetteer the present one
 */
public record ChallengeWork(
    Challenges challenges,
    ChallengePorts ports,
    OfferList offers,
    ChallengeKeeper.Duties duties,
    Speech speech,
    Supplier<Gazetteer> gazetteer) {
  /** The part whose key seals numbers and what people write. */
  static final String PART = "challenges";

  /** What they are in and out of files. */
  static final String THINGS = "challenges";

  /** What is kept of it. */
  public static List<CollectionSpec> collections() {
    return Stream.of(Challenges.COLLECTIONS, Offers.COLLECTIONS, List.of(Follows.SPEC, News.SPEC))
        .flatMap(List::stream)
        .toList();
  }

  /** What all of it stands on. */
  record Ground(
      Store store,
      Supplier<Gazetteer> gazetteer,
      ChangeFeed feed,
      People people,
      Supplier<Reply> way,
      Vaults vaults,
      InstantSource clock,
      Executor worker) {}

  static ChallengeWork of(Ground on) {
    Vault vault = on.vaults().of(PART);
    Challenges challenges = register(on, vault);
    Offers offers = new Offers(on.store(), challenges.book(), vault, on.clock());
    OfferDesk desk = new OfferDesk(offers, challenges.book(), on.people(), vault);
    Speech speech = new Speech();
    OfferTeller teller =
        new OfferTeller(
            offers,
            challenges.book(),
            on.people(),
            speech,
            on.way(),
            on.gazetteer(),
            vault,
            on.clock());
    Follows follows = new Follows(on.store(), on.clock());
    News news =
        new News(
            on.store(),
            challenges,
            Starter.shipped(),
            offers.round(),
            follows,
            speech,
            on.gazetteer(),
            on.clock());
    return new ChallengeWork(
        challenges,
        new ChallengePorts(challenges.book(), challenges.desk(), offers, desk, follows),
        new OfferList(offers, challenges.book(), on.gazetteer(), on.people(), vault),
        new ChallengeKeeper.Duties(teller, news),
        speech,
        on.gazetteer());
  }

  /**
   * What operators may ask of it.
   *
   * @param files brings challenges in and takes them out
   */
  Signed verb(Path data, FileDesk files, Accounts accounts) {
    Handover handover = new Handover(data);
    return new ChallengesVerb(
        challenges,
        new ChallengeOffers(offers, accounts),
        gazetteer,
        handover,
        new FileVerb(files, handover));
  }

  /** Them in and out of files. */
  ChallengeExchange exchange(Store store) {
    return exchange(store, challenges, gazetteer);
  }

  /** The same on a store alone, where no process runs. */
  static ChallengeExchange exchange(
      Store store, Challenges challenges, Supplier<Gazetteer> gazetteer) {
    return new ChallengeExchange(
        store, challenges, Starter.shipped(), gazetteer, Clock.systemUTC());
  }

  /** The register alone, for what needs no flows. */
  static Challenges register(Ground on, Vault vault) {
    return Challenges.on(
        on.store(), on.gazetteer(), Starter.shipped(), on.feed(), vault, on.clock(), on.worker());
  }
}
