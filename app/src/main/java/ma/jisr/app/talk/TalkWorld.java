package ma.jisr.app.talk;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.random.RandomGenerator;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.EngineStepper;
import ma.jisr.app.wiring.Repertoire;
import ma.jisr.app.wiring.Stores;
import ma.jisr.base.VirtualLoop;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;
import ma.jisr.flow.model.Flow;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.gateway.route.RunningRoutes;
import ma.jisr.gateway.session.Ground;
import ma.jisr.gateway.session.KeyFile;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.LinkInfo;
import ma.jisr.gateway.session.SessionEngine;
import ma.jisr.gateway.session.SessionSettings;
import ma.jisr.gateway.session.Stepper;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.store.Store;
import ma.jisr.store.sqlite.SqliteStore;

/**
 * The world of one run of a transcript: the real store, services, routes and session engine; a
 * phone and a clock that the script moves. The process in it can die after any write, and be
 * started again on what it left.
 */
final class TalkWorld implements AutoCloseable {
  /** Wall-clock patience with a disk or a thread; virtual time stands still meanwhile. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** How finely time passes. */
  private static final Duration SLICE = Duration.ofMillis(500);

  private static final Duration IDLE = Duration.ofSeconds(30);

  /** What never changes is read once for all runs: they are many. */
  private static final class Read {
    static final Gazetteer GAZETTEER = StarterGazetteer.read();
  }

  private final Talk talk;
  private final Variation variation;
  private final Settings settings;
  private final Keys keys;
  private final Store files;
  private final VirtualLoop network;
  private final TalkPhone phone;
  private final TalkCaller caller;
  private Repertoire repertoire;
  private final RunningRoutes routes;
  private final RandomGenerator random = new Random(1);
  private Outstanding outstanding = new Outstanding();
  private VirtualLoop loop;
  private WatchedStore store;
  private int process;

  TalkWorld(Talk talk, Variation variation, Path folder) throws IOException {
    this.talk = talk;
    this.variation = variation;
    this.settings = Settings.ofSandbox(folder);
    this.keys = KeyFile.create(settings.keys(), new SecureRandom());
    this.files = SqliteStore.open(settings.data(), Stores.collections());
    this.network = new VirtualLoop(talk.at());
    this.loop = new VirtualLoop(talk.at());
    this.store = new WatchedStore(files, outstanding, variation.crashAfter());
    this.repertoire =
        Repertoire.of(Read.GAZETTEER, settings, files, () -> loop.now(), Runnable::run);
    this.routes = RunningRoutes.start(repertoire.routes(), repertoire.operations());
    this.caller =
        new TalkCaller(
            talk.givens(),
            repertoire.services(),
            request -> outstanding.counted(routes.caller().call(request)),
            () -> loop);
    this.phone =
        new TalkPhone(
            network,
            talk.user().msisdn(),
            settings.codes().sms(),
            settings.codes().ussd(),
            IDLE,
            variation.twice());
    await(repertoire.hotspots().reload());
    startProcess();
  }

  TalkPhone phone() {
    return phone;
  }

  TalkCaller caller() {
    return caller;
  }

  /** Whether the process has died of its variation yet. */
  boolean crashed() {
    return process > 1 && variation.crashAfter() > 0;
  }

  private void startProcess() {
    process++;
    LinkInfo link =
        new LinkInfo(
            TalkPhone.LINK, ChannelKind.SMS, "tel", Surface.USSD, Surface.SMS, 0L, 100L, IDLE);
    Ground ground =
        new Ground(
            store,
            stepper(),
            caller,
            repertoire.services(),
            id -> id.equals(TalkPhone.LINK) ? link : null,
            id -> id.equals(TalkPhone.LINK) ? phone : null,
            keys,
            new MemoryCounters());
    SessionSettings session = SessionSettings.of("process" + process, true);
    SessionEngine engine = new SessionEngine(ground, List.of(loop), random, session);
    engine.start();
    settle();
    var unused = phone.start(engine);
    settle();
  }

  private Stepper stepper() {
    Stepper engine = new EngineStepper(repertoire.engine());
    Set<String> codes = Set.of(settings.codes().sms(), settings.codes().ussd());
    return talk.user()
        .language()
        .<Stepper>map(language -> new KnownUser(engine, language, talk.user(), codes))
        .orElse(engine);
  }

  /** Lets everything happen that happens without time passing. */
  void settle() {
    do {
      rest();
      loop.run();
      network.run();
      if (store.crashed()) restart(0);
    } while (!outstanding.none());
  }

  private void rest() {
    try {
      loop.await(outstanding.rest(), PATIENCE);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the gateway does not come to rest", e);
    }
  }

  /** Lets time pass. */
  void pass(Duration time) {
    for (Duration left = time; left.isPositive(); left = left.minus(SLICE)) {
      Duration slice = left.compareTo(SLICE) < 0 ? left : SLICE;
      network.advance(slice);
      loop.advance(slice);
      settle();
    }
  }

  /** A release with a changed flow: the process starts again and runs it. */
  void deploy(Flow changed) {
    repertoire = repertoire.deploying(settings, changed);
    restart();
  }

  /** The process is killed and started again. */
  void restart() {
    restart(variation.crashAfter() == 0 ? 0 : Math.max(0, variation.crashAfter() - store.writes()));
  }

  private void restart(int crashAfter) {
    outstanding = new Outstanding();
    loop = new VirtualLoop(loop.now());
    store = new WatchedStore(files, outstanding, crashAfter);
    phone.lostGateway();
    startProcess();
  }

  /** Between two lines of the script. */
  void pause() {
    pass(SLICE);
    if (variation.forgetful()) restart(0);
  }

  private <T> void await(java.util.concurrent.CompletableFuture<T> future) {
    try {
      loop.await(future, PATIENCE);
    } catch (TimeoutException e) {
      throw new IllegalStateException("the store does not answer", e);
    }
  }

  @Override
  public void close() {
    routes.close();
    files.close();
  }
}
