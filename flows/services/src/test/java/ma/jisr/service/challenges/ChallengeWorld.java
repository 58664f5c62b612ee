package ma.jisr.service.challenges;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import ma.jisr.base.Actor;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.base.Vault;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.ledger.Ruling;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.challenges.register.ChallengeFacts;
import ma.jisr.service.challenges.register.Challenges;
import ma.jisr.service.challenges.register.Keeper;
import ma.jisr.service.challenges.register.Starter;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;

/** One node with the challenges that come with the product, on a store that others may share. */
public final class ChallengeWorld {
  public static final Gazetteer GAZETTEER = StarterGazetteer.read();
  public static final String AMIZMIZ = "al-haouz.amizmiz";
  public static final Actor ROOT = new Actor("root", Role.ADMINISTRATOR, Territory.EVERYWHERE);
  public static final Actor HAOUZ =
      new Actor("haouz", Role.OPERATOR, Territory.of(Set.of("al-haouz")));
  public static final Vault VAULT = Vault.passing(new Random(7));

  public final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T10:00:00Z"));
  public final Store store;
  public final Challenges challenges;
  public final ChallengePorts ports;

  public ChallengeWorld() {
    this(new MemoryStore(specs()));
  }

  public ChallengeWorld(Store store) {
    this.store = store;
    this.challenges =
        Challenges.on(
            store,
            () -> GAZETTEER,
            Starter.shipped(),
            new ChangeFeed(store, now::get),
            VAULT,
            now::get,
            Runnable::run);
    this.ports = new ChallengePorts(challenges.book());
    int unused = challenges.reload().join();
  }

  public static List<CollectionSpec> specs() {
    return Stream.of(Challenges.COLLECTIONS, Batches.SPECS, List.of(ChangeFeed.SPEC))
        .flatMap(List::stream)
        .toList();
  }

  public static Keeper keeper(String name, String digits) {
    return Keeper.of(name, new Msisdn(digits), VAULT);
  }

  public static ChallengeFacts facts(String title, String place) {
    return new ChallengeFacts(
        LocalText.of(Language.FR, title, Language.EN, title),
        LocalText.same("Un but"),
        List.of(LocalText.same("Une question")),
        place,
        null,
        null,
        null);
  }

  public static <T> T done(Ruling<T> ruling) {
    if (ruling instanceof Ruling.Done<T> done) return done.now().thing();
    throw new AssertionError(ruling);
  }
}
