package ma.jisr.app.wiring;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.exchange.HotspotFileDesk;
import ma.jisr.app.settings.Settings;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.gateway.route.RunningRoutes;
import ma.jisr.map.exchange.BatchFollower;
import ma.jisr.map.exchange.HotspotExchange;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.place.Places;
import ma.jisr.service.hotspots.Inbox;
import ma.jisr.service.inbox.DropRoutes;
import ma.jisr.service.trail.Trail;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hotspots in and out of files on a running node: what a process that died had begun is ended, the
 * inbox is watched, commands are answered, what is old is thrown away.
 */
final class Exchanging {
  /** Between two looks at what may be old, or left undone by a store that did not answer. */
  private static final Duration TIDY = Duration.ofMinutes(10);

  /** After that nobody comes for what was handed over. */
  private static final Duration HANDED_OVER = Duration.ofDays(1);

  private static final Logger LOG = LoggerFactory.getLogger(Exchanging.class);

  private final Settings settings;
  private final Places places;
  private final HotspotExchange exchange;
  private final Handover handover;

  Exchanging(Settings settings, Store store, Hotspots hotspots, Places places) {
    this.settings = settings;
    this.places = places;
    this.exchange = new HotspotExchange(store, hotspots, places::now, Clock.systemUTC());
    this.handover = new Handover(settings.data());
  }

  /** Who brings what other nodes import onto this node's map. */
  BatchFollower follower(Executor worker) {
    return new BatchFollower(exchange.publishing(), worker);
  }

  /** Starts what goes on by itself; what it has to stop is pushed. */
  void start(Vertx vertx, Executor worker, Trail trail, Stopping stopping) throws IOException {
    worker.execute(this::tidy);
    long timer = vertx.setPeriodic(TIDY.toMillis(), _ -> worker.execute(this::tidy));
    stopping.pushClose("the exchange", () -> vertx.cancelTimer(timer));
    Settings.Inbox wanted = settings.inbox();
    if (wanted.folder().isEmpty()) return;
    Inbox inbox =
        new Inbox(wanted.folder().get(), exchange, actor(wanted.areas()), trail, Clock.systemUTC());
    RunningRoutes routes = RunningRoutes.start(List.of(inbox.routes(DropRoutes.PERIOD)), List.of());
    stopping.pushClose("the inbox", routes::close);
  }

  /**
   * Who puts files into the inbox keeps the hotspots of these areas; of all, when none is named.
   */
  private static Actor actor(List<String> areas) {
    Territory territory = areas.isEmpty() ? Territory.EVERYWHERE : Territory.of(areas);
    return new Actor("inbox", Role.OPERATOR, territory);
  }

  private void tidy() {
    try {
      exchange.tidy();
      handover.sweep(Clock.systemUTC().instant().minus(HANDED_OVER));
    } catch (StoreException | IOException e) {
      LOG.warn("batches were not tidied: {}", e.getMessage());
    }
  }

  /** Hotspots in and out of files, for commands and the API. */
  FileDesk files() {
    return new HotspotFileDesk(exchange, places::now);
  }
}
