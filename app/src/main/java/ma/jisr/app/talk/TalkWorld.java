package ma.jisr.app.talk;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wiring.EngineStepper;
import ma.jisr.app.wiring.Library;
import ma.jisr.app.wiring.Phonebook;
import ma.jisr.app.wiring.Repertoire;
import ma.jisr.base.VirtualLoop;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;
import ma.jisr.flow.Urgency;
import ma.jisr.flow.model.Flow;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.signal.Notice;
import ma.jisr.gateway.account.Audit;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.gateway.route.OperationCaller;
import ma.jisr.gateway.route.RunningRoutes;
import ma.jisr.gateway.session.Ground;
import ma.jisr.gateway.session.KeyFile;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.LinkInfo;
import ma.jisr.gateway.session.SessionEngine;
import ma.jisr.gateway.session.SessionSettings;
import ma.jisr.gateway.session.Stepper;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.service.audience.Subscribers;
import ma.jisr.service.outbox.Relay;
import ma.jisr.service.tickets.TicketKeeper;
import ma.jisr.service.wallet.payment.PaymentKeeper;
import ma.jisr.service.wallet.port.Order;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The world of one run of a transcript: a real store, services, routes and session engine; a phone
 * and a clock that the script moves. The process can die after any write, and be started again.
 */
final class TalkWorld implements AutoCloseable {
  /** How finely time passes. */
  private static final Duration SLICE = Duration.ofMillis(500);

  /** How long what services say in transcripts is worth knowing. */
  private static final Duration WORTH = Duration.ofHours(1);

  /** A process dies once in a run; the second time it is handed in it is taken. */
  private static final int MOST_TRIES = 3;

  /** Within this a relay has handed in what another left: its grace and its period. */
  private static final Duration HANDED_IN = Duration.ofSeconds(7);

  /** Within this a request to pay has left: a release, what a handset needs, a look. */
  private static final Duration PROMPTED = Duration.ofSeconds(10);

  private static final Duration IDLE = Duration.ofSeconds(30);

  /** What never changes is read once for all runs: they are many. */
  private static final class Read {
    static final Library LIBRARY = Library.on(StarterGazetteer.read());
  }

  private final Talk talk;
  private final Variation variation;
  private final Settings settings;
  private final Keys keys;
  private final Store files;

  /** What services have under way, of whichever process. */
  private final Outstanding duties = new Outstanding();

  private final VirtualLoop network;
  private final TalkPhone phone;
  private final TalkKit kit;
  private final TalkCaller caller;
  private Repertoire repertoire;
  private final @Nullable RunningRoutes routes;
  private final RandomGenerator random = new Random(1);
  private Outstanding outstanding = new Outstanding();
  private VirtualLoop loop;
  private WatchedStore store;
  private SessionEngine engine;
  private int process;
  private boolean died;
  private int writesBefore;

  TalkWorld(Talk talk, Variation variation, Path folder) throws IOException {
    this(talk, variation, folder, UnaryOperator.identity());
  }

  /**
   * @param over lays something over the store; a test's, which answers late
   */
  TalkWorld(Talk talk, Variation variation, Path folder, UnaryOperator<Store> over)
      throws IOException {
    this.talk = talk;
    this.variation = variation;
    this.settings = Settings.ofSandbox(folder);
    this.keys = KeyFile.create(settings.keys(), new SecureRandom());
    this.files = over.apply(TalkKit.files(variation, settings));
    this.network = new VirtualLoop(talk.at());
    this.loop = new VirtualLoop(talk.at());
    this.store = new WatchedStore(files, outstanding, variation.crashAfter());
    this.phone =
        new TalkPhone(
            network,
            talk.user(),
            TalkSigns.in(talk),
            settings.codes().sms(),
            settings.codes().ussd(),
            IDLE,
            variation.twice());
    Store services = new WatchedStore(files, duties, 0);
    TalkWallet wallet = new TalkWallet(() -> loop.now(), phone::open);
    this.kit =
        new TalkKit(
            talk,
            keys,
            services,
            wallet,
            TalkOfficials.in(talk, () -> TalkKit.known(talk, keys, services)));
    this.repertoire =
        Repertoire.of(
            Read.LIBRARY,
            kit.field(),
            kit.pay(),
            settings,
            services,
            () -> loop.now(),
            Runnable::run);
    this.routes = variation.equals(Variation.PLAIN) ? routes(repertoire) : null;
    OperationCaller asked =
        routes == null
            ? request -> repertoire.services().answer(request).toCompletableFuture()
            : routes.caller();
    this.caller =
        new TalkCaller(
            talk.givens(),
            repertoire.services(),
            request -> outstanding.counted(asked.call(request)),
            () -> loop);
    Subscribers heard = repertoire.audience().subscribers();
    repertoire.postbox().connect(new TalkMailings(heard, phone::hands));
    await(repertoire.hotspots().reload());
    await(repertoire.shops().reload());
    await(repertoire.wallet().payees().reload());
    await(repertoire.challenges().challenges().reload());
    startProcess();
    talk.user().shop().ifPresent(this::keeps);
  }

  /** The person is registered before they have said anything. */
  private void keeps(String code) {
    CompletableFuture<Optional<String>> person = new CompletableFuture<>();
    for (int tries = 0; tries < MOST_TRIES && !person.isDone(); tries++) {
      person = engine.person(talk.user().msisdn().digits(), TalkPhone.LINK);
      settle();
    }
    await(Street.keeps(repertoire, person.join().orElseThrow(), code));
  }

  /** The plain run's: a context of Camel's takes as long to start as all the rest of a world. */
  private static RunningRoutes routes(Repertoire repertoire) {
    return RunningRoutes.start(repertoire.routes(), repertoire.operations());
  }

  Repertoire repertoire() {
    return repertoire;
  }

  /** The trail of what is changed. */
  Audit audit() {
    return kit.audit();
  }

  TalkPhone phone() {
    return phone;
  }

  TalkCaller caller() {
    return caller;
  }

  TalkWallet wallet() {
    return kit.wallet();
  }

  /** Whether the process has died of its variation yet. */
  boolean crashed() {
    return died;
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
    engine = new SessionEngine(ground, List.of(loop), random, session);
    engine.start();
    repertoire.people().connect(kit.officials().knowing(new Phonebook(engine)));
    repertoire.account().connect(engine, loop::now);
    if (Street.speaks(talk)) speak();
    settle();
    var unused = phone.start(engine);
    settle();
  }

  /** What services have to say is handed in, and who is due is looked at. */
  private void speak() {
    Relay relay =
        repertoire
            .outboxes()
            .relay(
                loop,
                new WatchedStore(files, duties, 0),
                engine.messenger(),
                engine.signals(),
                repertoire.services().all().stream().flatMap(s -> s.outboxes().stream()).toList());
    relay.start();
    new TicketKeeper(loop, repertoire.tickets()).start();
    if (HallLine.isIn(talk)) TownHall.keep(loop, repertoire);
    if (ChallengeLine.isIn(talk)) ChallengeLine.keep(loop, repertoire.challenges(), engine);
    if (WalletLine.isIn(talk)) new PaymentKeeper(loop, repertoire.wallet().payments()).start();
  }

  /** Something happens elsewhere; a relay that a dead process has left behind comes later. */
  void happens(Function<Street, CompletableFuture<?>> what) {
    CompletableFuture<?> done = new CompletableFuture<>();
    for (int tries = 0; tries < MOST_TRIES && !Outstanding.came(done); tries++) {
      TownHall hall = new TownHall(repertoire, kit.officials(), loop.now());
      done = what.apply(new Street(repertoire, hall));
      settle();
    }
    await(done);
    pass(HANDED_IN);
  }

  /** The payer answers the prompt of their wallet, which calls back; false where none is shown. */
  boolean prompted(boolean approved) {
    pass(PROMPTED);
    Optional<Order> order = wallet().answered(approved);
    order.ifPresent(
        one ->
            await(
                repertoire
                    .wallet()
                    .payments()
                    .heard(TalkWallet.ID, one.correlation(), one.reference() + approved)));
    settle();
    pass(HANDED_IN);
    return order.isPresent();
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
      Repose.await(loop, outstanding.rest());
      Repose.await(loop, duties.rest());
      loop.run();
      network.run();
      if (store.crashed()) {
        died = true;
        restart(0);
      }
    } while (!Repose.reached(outstanding, duties, loop, network));
  }

  /** Lets time pass. */
  void pass(Duration time) {
    for (Duration left = time; left.isPositive(); left = left.minus(SLICE)) {
      Duration slice = left.compareTo(SLICE) < 0 ? left : SLICE;
      network.advance(slice);
      loop.advance(slice);
      settle();
    }
    if (Erasing.look(talk, repertoire.account().erasures())) settle();
  }

  /** A service raises an event of the person's. */
  void raises(TalkLine.Raises line) {
    Event event =
        new Event(
            line.event(), line.of(), SignalParser.worded(line.values()), loop.now().plus(WORTH));
    String person = person();
    handIn(() -> engine.signals().raise(person, event, "talk:" + line.line()));
  }

  /** A service tells the person something. */
  void tells(TalkLine.Tells line) {
    Notice notice =
        new Notice(
            line.flow(),
            line.message(),
            SignalParser.worded(line.values()),
            Urgency.REPLY,
            loop.now().plus(WORTH));
    String person = person();
    handIn(() -> engine.messenger().send(person, notice, "talk:" + line.line()));
  }

  /** As a relay does: until it is taken, and in one variation once more. */
  private void handIn(Supplier<CompletableFuture<Void>> signal) {
    boolean taken = false;
    for (int tries = 0; tries < MOST_TRIES && !taken; tries++) {
      CompletableFuture<Void> answer = signal.get();
      settle();
      taken = Outstanding.came(answer);
    }
    if (!taken) throw new IllegalStateException("a service's signal is not taken");
    if (variation.twice()) {
      var unused = signal.get();
      settle();
    }
  }

  private String person() {
    CompletableFuture<Optional<String>> found = kit.known();
    await(found);
    return found
        .join()
        .orElseThrow(() -> new IllegalStateException("the person has said nothing yet"));
  }

  /** A release with a changed flow: the process starts again and runs it. */
  void deploy(Flow changed) {
    repertoire = repertoire.deploying(settings, changed);
    restart();
  }

  /** The process is killed and started again. */
  void restart() {
    boolean still = variation.crashAfter() > 0 && !died;
    writesBefore += store.writes();
    restart(still ? Math.max(0, variation.crashAfter() - writesBefore) : 0);
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

  private void await(CompletableFuture<?> future) {
    Repose.await(loop, future);
  }

  @Override
  public void close() {
    if (routes != null) routes.close();
    files.close();
  }
}
