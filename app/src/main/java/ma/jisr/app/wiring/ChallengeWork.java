package ma.jisr.app.wiring;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import ma.jisr.base.Vault;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.service.challenges.ChallengePorts;
import ma.jisr.service.challenges.register.Challenges;
import ma.jisr.service.challenges.register.Starter;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;

/**
 * All of challenges, put together.
 *
 * @param challenges to be read before the first question, changed at their desk
 * @param ports for the service
 */
public record ChallengeWork(Challenges challenges, ChallengePorts ports) {
  /** The part whose key seals numbers and what people write. */
  static final String PART = "challenges";

  /** What is kept of it. */
  public static List<CollectionSpec> collections() {
    return Challenges.COLLECTIONS;
  }

  /** What all of it stands on. */
  record Ground(
      Store store,
      Supplier<Gazetteer> gazetteer,
      ChangeFeed feed,
      Vaults vaults,
      InstantSource clock,
      Executor worker) {}

  static ChallengeWork of(Ground on) {
    Vault vault = on.vaults().of(PART);
    Challenges challenges =
        Challenges.on(
            on.store(),
            on.gazetteer(),
            Starter.shipped(),
            on.feed(),
            vault,
            on.clock(),
            on.worker());
    return new ChallengeWork(challenges, new ChallengePorts(challenges.book()));
  }
}
