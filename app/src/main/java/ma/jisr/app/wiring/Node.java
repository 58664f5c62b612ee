package ma.jisr.app.wiring;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ma.jisr.app.account.Signatures;
import ma.jisr.app.account.Signed;
import ma.jisr.app.admin.AdminSocket;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.place.MatchVerb;
import ma.jisr.app.settings.LinkSettings;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.shop.StaffVerb;
import ma.jisr.app.wallet.WalletVerb;
import ma.jisr.base.Loop;
import ma.jisr.gateway.api.HealthServer;
import ma.jisr.gateway.channel.chat.mattermost.StoredMarks;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.gateway.metrics.MeteredReceiver;
import ma.jisr.gateway.metrics.Meters;
import ma.jisr.gateway.metrics.StoreMeters;
import ma.jisr.gateway.route.OperationCaller;
import ma.jisr.gateway.route.RunningRoutes;
import ma.jisr.gateway.session.Ground;
import ma.jisr.gateway.session.KeyFile;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.SessionEngine;
import ma.jisr.gateway.session.SessionSettings;
import ma.jisr.gateway.unresolved.Review;
import ma.jisr.service.outbox.Relay;
import ma.jisr.store.Store;
import ma.jisr.store.sqlite.SqliteStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The running whole: everything that the settings ask for, started from the ground up and stopped
 * from the top down.
 */
public final class Node implements AutoCloseable {
  /**
   * How long stopping may take in all: what was taken is finished within {@link #FINISH_BOUND}, the
   * links drain within 10 s, the rest is quick. Less than the 30 s that service managers give.
   */
  public static final Duration STOP_BOUND = Duration.ofSeconds(20);

  /** How long the turns of what was taken may need then; the rest waits for the next start. */
  private static final Duration FINISH_BOUND = Duration.ofSeconds(8);

  /** How long a part may take to start: a MongoDB far away is the slowest. */
  private static final Duration START_BOUND = Duration.ofSeconds(60);

  private static final Logger LOG = LoggerFactory.getLogger(Node.class);

  private final Settings settings;
  private final SecureRandom random = new SecureRandom();
  private final Meters meters = new Meters();
  private final Stopping stopping = new Stopping();
  private int httpPort;
  private int doorPort;
  private List<String> apiUrls = List.of();

  private Node(Settings settings) {
    this.settings = settings;
  }

  /** Starts everything, or stops what had started and says why not. */
  public static Node start(Settings settings) throws Exception {
    Node node = new Node(settings);
    try {
      node.start();
      return node;
    } catch (Exception e) {
      node.close();
      throw e;
    }
  }

  /** Where health is told. */
  public int httpPort() {
    return httpPort;
  }

  /** Where aggregators call; 0 where none does. */
  public int doorPort() {
    return doorPort;
  }

  /** Where the API is served; empty when it is off. */
  public List<String> apiUrls() {
    return apiUrls;
  }

  private void start() throws Exception {
    DataFolder.make(settings.data());
    Keys keys = keys();
    Store store = Stores.open(settings);
    stopping.pushClose("the store", store::close);
    if (store instanceof SqliteStore embedded) embedded.commits(new StoreMeters(meters));
    // As many event loops as cores: links and persons share them, and most hops stay on one thread.
    int cores = Runtime.getRuntime().availableProcessors();
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(cores));
    stopping.pushFuture("the loops", STOP_BOUND, vertx::close);
    Accounting accounting = Accounting.on(store, keys, random);
    Optional<SimulatedWorld> world = world(vertx);
    List<LinkSettings> links =
        world.map(simulated -> List.of(simulated.link())).orElse(settings.links());
    WalletDoor wallets =
        WalletDoor.open(
            new WalletDoor.Ground(vertx, settings, keys, links, meters, random, stopping),
            world.map(simulated -> simulated::providers));
    Repertoire repertoire =
        Repertoire.of(
            accounting.kit(keys, settings, random),
            wallets.kit(),
            settings,
            store,
            Clock.systemUTC(),
            ForkJoinPool.commonPool());
    PlaceKeeping places =
        PlaceKeeping.start(vertx, store, repertoire.places(), ForkJoinPool.commonPool(), stopping);
    MapKeeping map =
        MapKeeping.start(settings, vertx, store, repertoire, ForkJoinPool.commonPool(), stopping);
    RunningRoutes routes = RunningRoutes.start(repertoire.routes(), repertoire.operations());
    stopping.pushClose("the routes", routes::close);

    Reviewing reviewing =
        Reviewing.start(settings, vertx, store, keys, repertoire, meters, stopping);
    Lines lines = new Lines(settings, links, vertx, meters, random, new StoredMarks(store));
    SessionEngine engine =
        engine(store, keys, vertx, repertoire, routes.caller(), lines, reviewing.review());
    engine.start();
    relay(vertx, store, repertoire, engine);
    await(AccountKeeping.start(vertx, repertoire.account(), engine, settings.people(), stopping));
    wallets.connect(repertoire.wallet().payments());
    Fielding.start(VertxLoop.on(vertx, Clock.systemUTC()), repertoire.field(), stopping);
    Watch watch = new Watch(vertx, meters, store, settings, ForkJoinPool.commonPool());
    stopping.pushClose("the watch", watch::close);
    watch.watch(engine);
    doorPort =
        lines.connect(
            new MeteredReceiver(engine, meters, System::nanoTime), watch, map.locator(), stopping);
    finishTurns(engine, lines);
    mailings(vertx, store, links, engine, repertoire);
    Retentions.start(VertxLoop.on(vertx, Clock.systemUTC()), store, settings, meters, stopping);
    List<FileDesk> files = new ArrayList<>(map.files());
    files.add(places.files());
    apiUrls = serve(vertx, store, keys, repertoire, accounting, files);
    listen(
        vertx,
        store,
        keys,
        engine,
        watch,
        verbs(accounting, repertoire, reviewing, map.cells(), files));
  }

  /** Alerts are taken and published, and the API is there; gives where. */
  private List<String> serve(
      Vertx vertx,
      Store store,
      Keys keys,
      Repertoire repertoire,
      Accounting accounting,
      List<FileDesk> files)
      throws Exception {
    AlertWork alerts = AlertWork.of(settings.alerts(), store, repertoire);
    alerts.start(vertx, accounting.trail(), stopping);
    return Serving.start(
        settings, vertx, files, keys, repertoire, alerts, accounting, meters, random, stopping);
  }

  /**
   * From here up nothing more is taken, what was is finished; links send what is said and unbind.
   */
  private void finishTurns(SessionEngine engine, Lines lines) {
    stopping.push("the links", STOP_BOUND, lines::drain);
    stopping.push("the turns", FINISH_BOUND, engine::drain);
  }

  /** What the commands of {@code ./jisr} may ask beside what every node answers. */
  private Map<String, AdminSocket.Verb> verbs(
      Accounting accounting,
      Repertoire repertoire,
      Reviewing reviewing,
      Signed cells,
      List<FileDesk> files) {
    Signatures signatures = accounting.signatures();
    Map<String, AdminSocket.Verb> verbs =
        new HashMap<>(FileDoor.verbs(files, settings, signatures));
    verbs.put("cells", signatures.verb("cells", cells));
    verbs.put(
        "staff",
        signatures.verb(
            "staff", new StaffVerb(repertoire.shops(), accounting.enrolment()::person)));
    verbs.put(
        "wallet",
        signatures.verb(
            "wallet",
            new WalletVerb(repertoire.wallet().payments(), accounting.enrolment()::person)));
    verbs.put("erasures", signatures.verb("erasures", AccountKeeping.verb(repertoire.account())));
    verbs.put("match", new MatchVerb(repertoire.places()::now));
    verbs.put("unresolved", reviewing.verb());
    Fielding.verbs(repertoire)
        .forEach((name, work) -> verbs.put(name, signatures.verb(name, work)));
    WalletVerbs.of(repertoire, accounting.accounts(), settings, files)
        .forEach((name, work) -> verbs.put(name, signatures.verb(name, work)));
    verbs.put("account", accounting.verb(repertoire.knowledge()::gazetteer));
    return verbs;
  }

  private SessionEngine engine(
      Store store,
      Keys keys,
      Vertx vertx,
      Repertoire repertoire,
      OperationCaller caller,
      Lines lines,
      Review review) {
    Ground ground =
        new Ground(
            store,
            new EngineStepper(repertoire.engine()),
            caller,
            repertoire.services(),
            lines.infos(),
            lines,
            keys,
            meters,
            review,
            TicketKeeping.undelivered(repertoire.tickets(), keys));
    List<Loop> loops = new ArrayList<>();
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++)
      loops.add(VertxLoop.on(vertx, Clock.systemUTC()));
    byte[] process = new byte[8];
    random.nextBytes(process);
    String id = HexFormat.of().formatHex(process);
    return new SessionEngine(
        ground,
        loops,
        random,
        SessionSettings.of(id, settings.store().isEmpty(), settings.limits())
            .within(Runtime.getRuntime().maxMemory(), loops.size()));
  }

  /** The simulated world, where there is one: it is there before anything that leads to it. */
  private Optional<SimulatedWorld> world(Vertx vertx) throws Exception {
    if (!settings.sandbox()) return Optional.empty();
    SimulatedWorld world = await(SimulatedWorld.start(vertx, settings, random));
    stopping.pushFuture("the sandbox", STOP_BOUND, world.sandbox()::close);
    return Optional.of(world);
  }

  /** From here on services can speak first. */
  private void relay(Vertx vertx, Store store, Repertoire repertoire, SessionEngine engine) {
    Relay relay =
        repertoire
            .outboxes()
            .relay(
                VertxLoop.on(vertx, Clock.systemUTC()),
                store,
                engine.messenger(),
                engine.signals(),
                repertoire.speaking());
    repertoire.people().connect(new Phonebook(engine));
    relay.start();
    Loop loop = VertxLoop.on(vertx, Clock.systemUTC());
    TicketKeeping.start(loop, repertoire.tickets(), stopping);
    WalletKeeping.start(loop, repertoire.wallet(), stopping);
    NoticeKeeping.start(loop, repertoire.notices(), stopping);
    AudienceKeeping.start(loop, repertoire.audience(), stopping);
    ChallengeKeeping.start(loop, repertoire.challenges(), engine.messenger(), stopping);
    stopping.pushClose("the relay", relay::stop);
  }

  /** From here on texts to many go out. Stopped before the links are. */
  private void mailings(
      Vertx vertx,
      Store store,
      List<LinkSettings> links,
      SessionEngine engine,
      Repertoire repertoire) {
    MailingKeeping.start(
        VertxLoop.on(vertx, Clock.systemUTC()),
        store,
        settings,
        links,
        engine,
        repertoire,
        Long.toHexString(random.nextLong()),
        stopping);
  }

  private void listen(
      Vertx vertx,
      Store store,
      Keys keys,
      SessionEngine engine,
      Watch watch,
      Map<String, AdminSocket.Verb> verbs)
      throws Exception {
    HealthServer health = health(vertx, settings.http(), watch);
    httpPort = health.port();
    stopping.pushFuture("health", STOP_BOUND, health::close);
    AdminSocket admin =
        AdminSocket.open(
            settings.data(), AdminVerbs.of(store, keys, engine, watch::down, meters, verbs));
    stopping.pushClose("the admin socket", admin::close);
  }

  private HealthServer health(Vertx vertx, Settings.Http http, Watch watch) throws Exception {
    try {
      return await(HealthServer.start(vertx, http.host(), http.port(), watch));
    } catch (IOException e) {
      throw new IOException(
          "cannot listen on "
              + http.host()
              + ":"
              + http.port()
              + ": "
              + e.getMessage()
              + ". Set http.port to a free one (0 takes any)",
          e);
    }
  }

  private Keys keys() {
    if (settings.sandbox() && !Files.exists(settings.keys())) {
      LOG.info("made the key file {}", settings.keys());
      return KeyFile.create(settings.keys(), random);
    }
    return KeyFile.read(settings.keys(), settings.data());
  }

  /**
   * Stops from the top down: takes nothing more, finishes what was taken, flushes, unbinds. Within
   * {@link #STOP_BOUND}.
   *
   * @return what did not end in time; nothing that was acknowledged is lost with it
   */
  public List<String> stop() {
    if (httpPort > 0) LOG.info("stopping: what was taken is finished first");
    List<String> left = stopping.run(STOP_BOUND);
    if (!left.isEmpty())
      LOG.warn(
          "stopped without the end of {}: the next start takes up what is durable",
          String.join(", ", left));
    return left;
  }

  /** Which part a stop that is under way waits for. */
  public String stopping() {
    return stopping.now();
  }

  @Override
  public void close() {
    List<String> unused = stop();
  }

  private static <T> T await(Future<T> future) throws Exception {
    return await(future.toCompletionStage().toCompletableFuture());
  }

  private static <T> T await(CompletableFuture<T> future) throws Exception {
    try {
      return future.get(START_BOUND.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    } catch (TimeoutException e) {
      throw new IOException("a part did not start within " + START_BOUND.toSeconds() + " s", e);
    }
  }
}
