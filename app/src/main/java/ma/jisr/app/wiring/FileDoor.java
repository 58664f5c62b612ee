package ma.jisr.app.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import ma.jisr.app.account.Signatures;
import ma.jisr.app.admin.AdminSocket;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.FileVerb;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.exchange.TableDesk;
import ma.jisr.app.settings.Settings;
import ma.jisr.base.Vault;
import ma.jisr.gateway.session.KeyFile;
import ma.jisr.gateway.session.Keys;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.place.Places;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.challenges.register.Challenges;
import ma.jisr.service.challenges.register.Starter;
import ma.jisr.service.shops.Shops;
import ma.jisr.service.shops.file.ShopExchange;
import ma.jisr.service.wallet.payee.PayeeSamples;
import ma.jisr.service.wallet.payee.Payees;
import ma.jisr.service.wallet.payee.file.PayeeExchange;
import ma.jisr.store.Store;

/**
 * The way of commands to what goes in and out of files: in a running process, or on the store
 * itself when none runs.
 */
public final class FileDoor {
  private FileDoor() {}

  /** The verbs of a running node, one for the things of each desk. */
  static Map<String, AdminSocket.Verb> verbs(
      List<FileDesk> desks, Settings settings, Signatures signatures) {
    Handover handover = new Handover(settings.data());
    Map<String, AdminSocket.Verb> verbs = new HashMap<>();
    for (FileDesk desk : desks)
      verbs.put(desk.things(), signatures.verb(desk.things(), new FileVerb(desk, handover)));
    return verbs;
  }

  /** Who takes some things in and out. */
  static FileDesk of(List<FileDesk> desks, String things) {
    return desks.stream().filter(desk -> desk.things().equals(things)).findFirst().orElseThrow();
  }

  /**
   * Asks one of them on the store.
   *
   * @param things that go in and out
   */
  public static List<String> ask(Settings settings, String things, List<String> words)
      throws Exception {
    try (Store store = Stores.open(settings, settings.data())) {
      Signatures signatures = Accounting.signatures(store, new SecureRandom());
      FileVerb verb = new FileVerb(desk(settings, store, things), new Handover(settings.data()));
      return signatures.verb(things, verb).run(words);
    }
  }

  private static FileDesk desk(Settings settings, Store store, String things) {
    Places places = new Places(StarterGazetteer.read());
    PlaceKeeping keeping = new PlaceKeeping(store, places);
    return switch (things) {
      case "places" -> keeping.files();
      case "hotspots" ->
          new Exchanging(settings, store, hotspots(settings, store, places), places).files();
      case "shops" -> shops(settings, store, places);
      case "payees" -> payees(settings, store, places);
      case ChallengeWork.THINGS -> challenges(settings, store, places);
      default -> throw new IllegalArgumentException("nothing is known of " + things);
    };
  }

  private static Hotspots hotspots(Settings settings, Store store, Places places) {
    return Repertoire.hotspots(
        settings, store, places, Clock.systemUTC(), ForkJoinPool.commonPool());
  }

  /** Who is told of payments is sealed under the deployment's key. */
  private static FileDesk payees(Settings settings, Store store, Places places) {
    Keys keys = KeyFile.read(settings.keys(), settings.data());
    Payees payees =
        Payees.on(
            store,
            places::now,
            settings.samples() ? PayeeSamples.read() : Map.of(),
            hotspots(settings, store, places).feed(),
            WalletKit.Secrets.of(keys, new SecureRandom()).payees(),
            Clock.systemUTC(),
            ForkJoinPool.commonPool());
    return new TableDesk<>(
        "payees", new PayeeExchange(store, payees, places::now, Clock.systemUTC()));
  }

  /** Who answers for one is sealed under the deployment's key. */
  private static FileDesk challenges(Settings settings, Store store, Places places) {
    Keys keys = KeyFile.read(settings.keys(), settings.data());
    Challenges challenges =
        Challenges.on(
            store,
            places::now,
            Starter.shipped(),
            hotspots(settings, store, places).feed(),
            Vaults.of(keys, new SecureRandom()).of(ChallengeWork.PART),
            Clock.systemUTC(),
            ForkJoinPool.commonPool());
    return new TableDesk<>(
        ChallengeWork.THINGS, ChallengeWork.exchange(store, challenges, places::now));
  }

  /** Nobody is named by a key here: files say nothing of who serves in a shop. */
  private static FileDesk shops(Settings settings, Store store, Places places) {
    Shops shops =
        Repertoire.shops(
            Vault.passing(new SecureRandom()),
            settings,
            store,
            hotspots(settings, store, places),
            places,
            Clock.systemUTC(),
            ForkJoinPool.commonPool());
    return new TableDesk<>("shops", new ShopExchange(store, shops, places::now, Clock.systemUTC()));
  }
}
