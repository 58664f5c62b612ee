package ma.jisr.app.wiring;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Supplier;
import ma.jisr.app.settings.AlertSettings;
import ma.jisr.gateway.route.RunningRoutes;
import ma.jisr.map.place.Places;
import ma.jisr.service.inbox.DropRoutes;
import ma.jisr.service.notices.area.Geocodes;
import ma.jisr.service.notices.cap.Alerts;
import ma.jisr.service.notices.cap.CapDesk;
import ma.jisr.service.notices.cap.CapInbox;
import ma.jisr.service.notices.cap.CapSources;
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
public record AlertWork(AlertSettings settings, CapDesk desk, Alerts published) {
  /** Between two looks at what has been kept long enough. */
  private static final Duration TIDY = Duration.ofMinutes(10);

  /** Alerts forgotten at once. */
  private static final int SLICE = 200;

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
    return new AlertWork(
        settings,
        new CapDesk(
            new CapSources(settings.sources()), store, notices.desk(), geocodes, clock, worker),
        new Alerts(
            notices.book(), settings.sender(), notices.hazards(), places::now, geocodes, clock));
  }

  /** Watches the inbox, where there is one, and forgets; what it has to stop is pushed. */
  void start(Vertx vertx, Trail trail, Stopping stopping) throws IOException {
    long timer = vertx.setPeriodic(TIDY.toMillis(), _ -> tidy());
    stopping.pushClose("the alerts' log", () -> vertx.cancelTimer(timer));
    if (settings.inbox().isEmpty()) return;
    CapInbox inbox = new CapInbox(settings.inbox().get(), desk, trail, Clock.systemUTC());
    RunningRoutes routes = RunningRoutes.start(List.of(inbox.routes(DropRoutes.PERIOD)), List.of());
    stopping.pushClose("the alerts' inbox", routes::close);
  }

  private void tidy() {
    var unused =
        desk.expire(SLICE)
            .exceptionally(
                failure -> {
                  LOG.warn("old alerts were not forgotten: {}", failure.getClass().getSimpleName());
                  return 0;
                });
  }
}
