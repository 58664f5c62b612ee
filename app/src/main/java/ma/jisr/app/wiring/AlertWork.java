package ma.jisr.app.wiring;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import ma.jisr.app.settings.AlertSettings;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.gateway.route.RunningRoutes;
import ma.jisr.map.place.Places;
import ma.jisr.service.inbox.DropRoutes;
import ma.jisr.service.keeping.Rounds;
import ma.jisr.service.notices.area.Geocodes;
import ma.jisr.service.notices.cap.Alerts;
import ma.jisr.service.notices.cap.CapDesk;
import ma.jisr.service.notices.cap.CapInbox;
import ma.jisr.service.notices.cap.CapSources;
import ma.jisr.service.notices.cap.Publication;
import ma.jisr.service.notices.notice.Notices;
import ma.jisr.service.trail.Trail;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Alerts of the Common Alerting Protocol, put together: those of others taken, ours published.
 *
 * @param settings whose are taken
 * @param desk where they are
 * @param published ours
 */
public record AlertWork(AlertSettings settings, CapDesk desk, Publication published) {
  private static final Duration DAY = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(AlertWork.class);

  /** What is kept of it. */
  public static List<CollectionSpec> collections() {
    return CapDesk.COLLECTIONS;
  }

  static AlertWork of(AlertSettings settings, Store store, Repertoire repertoire) {
    Places places = repertoire.places();
    Notices notices = repertoire.notices().notices();
    Clock clock = Clock.systemUTC();
    Executor worker = ForkJoinPool.commonPool();
    Supplier<Geocodes> geocodes = places.made(Geocodes::new);
    Alerts alerts =
        new Alerts(
            notices.book(), settings.sender(), notices.hazards(), places::now, geocodes, clock);
    return new AlertWork(
        settings,
        new CapDesk(
            new CapSources(settings.sources()), store, notices.desk(), geocodes, clock, worker),
        new Publication(alerts, settings.signatory(), clock, worker));
  }

  /** Watches the inbox, where there is one, and certificates; what it has to stop is pushed. */
  void start(Vertx vertx, Trail trail, Stopping stopping) throws IOException {
    Rounds rounds = new Rounds(VertxLoop.on(vertx, Clock.systemUTC()), "alerts");
    rounds.every(DAY, this::warn);
    stopping.pushClose("the alerts' rounds", rounds::stop);
    if (settings.inbox().isEmpty()) return;
    CapInbox inbox = new CapInbox(settings.inbox().get(), desk, trail, Clock.systemUTC());
    RunningRoutes routes = RunningRoutes.start(List.of(inbox.routes(DropRoutes.PERIOD)), List.of());
    stopping.pushClose("the alerts' inbox", routes::close);
  }

  /** A certificate that ends is spoken of each day, and at each start. */
  private CompletableFuture<Void> warn() {
    settings.certificates().warnings(Instant.now()).forEach(LOG::warn);
    return CompletableFuture.allOf();
  }
}
