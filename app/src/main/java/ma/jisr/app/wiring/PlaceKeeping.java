package ma.jisr.app.wiring;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.place.PlaceFileDesk;
import ma.jisr.app.settings.Settings;
import ma.jisr.map.batch.Batches;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.PlaceKeeper;
import ma.jisr.map.place.PlaceStore;
import ma.jisr.map.place.Places;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.map.source.PlaceDesk;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The gazetteer of a running node: what was imported is in use, here or on another node. */
public final class PlaceKeeping {
  /** Between two looks at what other nodes have imported: the map's word is within 5 s. */
  private static final Duration PERIOD = Duration.ofSeconds(3);

  private static final Logger LOG = LoggerFactory.getLogger(PlaceKeeping.class);

  private final PlaceKeeper keeper;
  private final FileDesk files;

  /** Brings into use what the store has. */
  PlaceKeeping(Store store, Places places) {
    PlaceStore stored = new PlaceStore(store, places.now());
    this.keeper = new PlaceKeeper(stored, places);
    Batches batches = new Batches(store, Clock.systemUTC());
    this.files = new PlaceFileDesk(new PlaceDesk(stored, batches, keeper::refresh));
    keeper.refresh();
  }

  /** Starts it; what it has to stop is pushed. Blocks until what was imported is in use. */
  static PlaceKeeping start(
      Vertx vertx, Store store, Places places, Executor worker, Stopping stopping) {
    PlaceKeeping keeping = new PlaceKeeping(store, places);
    AtomicBoolean looking = new AtomicBoolean();
    long timer =
        vertx.setPeriodic(
            PERIOD.toMillis(),
            _ -> {
              if (looking.compareAndSet(false, true)) worker.execute(() -> keeping.look(looking));
            });
    stopping.pushClose("the places", () -> vertx.cancelTimer(timer));
    return keeping;
  }

  private void look(AtomicBoolean looking) {
    try {
      keeper.refresh();
    } catch (StoreException e) {
      LOG.debug("the places were not looked at: {}", e.getMessage());
    } finally {
      looking.set(false);
    }
  }

  /** Places in from files, for commands and the API. */
  FileDesk files() {
    return files;
  }

  /** What is in the store, when no process runs. */
  public static Gazetteer stored(Settings settings) {
    try (Store store = Stores.open(settings, settings.data())) {
      return new PlaceStore(store, StarterGazetteer.read()).read().gazetteer();
    }
  }
}
