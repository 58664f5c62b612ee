package ma.jisr.app.wiring;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import ma.jisr.app.account.Signed;
import ma.jisr.app.settings.Settings;
import ma.jisr.base.Agents;
import ma.jisr.gateway.session.KeyFile;
import ma.jisr.gateway.session.Keys;
import ma.jisr.service.trail.Trail;
import ma.jisr.store.Store;

/** The way to the field's verbs when no process runs: on the store itself. */
public final class FieldDoor {
  /** How long reading the hotspots may take. */
  private static final long START_SECONDS = 60;

  private FieldDoor() {}

  /** Asks one of them. Thanks that come of it are sent by the next process. */
  public static List<String> ask(Settings settings, String verb, List<String> words)
      throws Exception {
    Keys keys = KeyFile.read(settings.keys(), settings.data());
    try (Store store = Stores.open(settings, settings.data())) {
      // Verbs are signed; nobody comes by phone.
      FieldKit kit =
          FieldKit.of(keys, Agents.NONE, Trail.NONE, settings.reports(), new SecureRandom());
      Repertoire repertoire =
          Repertoire.of(
              kit, WalletKit.none(), settings, store, Clock.systemUTC(), ForkJoinPool.commonPool());
      repertoire.hotspots().reload().get(START_SECONDS, TimeUnit.SECONDS);
      Signed work = Objects.requireNonNull(Fielding.verbs(repertoire).get(verb));
      return Accounting.signatures(store, new SecureRandom()).verb(verb, work).run(words);
    }
  }
}
