package ma.jisr.app.wiring;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import ma.jisr.app.account.Signed;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.TableDesk;
import ma.jisr.app.settings.Settings;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Locator;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.map.change.Change.Subject;
import ma.jisr.map.change.ChangeWatch;
import ma.jisr.map.change.Follower;
import ma.jisr.map.exchange.BatchFollower;
import ma.jisr.map.hotspot.HotspotKeeper;
import ma.jisr.map.hotspot.Hotspots;
import ma.jisr.map.position.Cells;
import ma.jisr.map.report.ReportFollower;
import ma.jisr.map.report.Reports;
import ma.jisr.service.challenges.file.ChallengeExchange;
import ma.jisr.service.shops.file.ShopExchange;
import ma.jisr.service.wallet.payee.file.PayeeExchange;
import ma.jisr.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The map of a running node: read whole at the start, then kept up with what this node and others
 * change.
 */
final class MapKeeping {
  /** How long reading all of it may take: a million hotspots from a store far away. */
  private static final long START_SECONDS = 120;

  private static final Logger LOG = LoggerFactory.getLogger(MapKeeping.class);

  private final Cells cells;

  private final List<FileDesk> files;

  private MapKeeping(Cells cells, List<FileDesk> files) {
    this.cells = cells;
    this.files = files;
  }

  /** Starts it; what it has to stop is pushed. Blocks until the map has been read. */
  static MapKeeping start(
      Settings settings,
      Vertx vertx,
      Store store,
      Repertoire repertoire,
      Executor worker,
      Stopping stopping)
      throws Exception {
    Hotspots hotspots = repertoire.hotspots();
    Exchanging exchanging = new Exchanging(settings, store, hotspots, repertoire.places());
    Loop loop = VertxLoop.on(vertx, Clock.systemUTC());
    Cells cells = new Cells(store, hotspots.feed());
    ShopExchange shopFiles =
        new ShopExchange(store, repertoire.shops(), repertoire.places()::now, Clock.systemUTC());
    PayeeExchange payeeFiles =
        new PayeeExchange(
            store, repertoire.wallet().payees(), repertoire.places()::now, Clock.systemUTC());
    ChallengeExchange challengeFiles = repertoire.challenges().exchange(store);
    BatchFollower batches = exchanging.follower(worker);
    Reports reports = repertoire.field().ports().reports();
    Map<Subject, Follower> followers =
        Map.ofEntries(
            Map.entry(
                Subject.HOTSPOT,
                ReportFollower.behind(hotspots.follower(), reports, hotspots.desk())),
            Map.entry(
                Subject.BATCH,
                new ReportFollower(batches, batches::touched, reports, hotspots.desk())),
            Map.entry(Subject.CELLS, cells),
            Map.entry(Subject.SHOP, repertoire.shops().follower()),
            Map.entry(Subject.PAYEE, repertoire.wallet().payees().follower()),
            Map.entry(Subject.CHALLENGE, repertoire.challenges().challenges().follower()),
            Map.entry(Subject.NOTICE, repertoire.notices().notices().follower()),
            Map.entry(Subject.SHOP_BATCH, new BatchFollower(shopFiles.publishing(), worker)),
            Map.entry(Subject.PAYEE_BATCH, new BatchFollower(payeeFiles.publishing(), worker)),
            Map.entry(
                Subject.CHALLENGE_BATCH, new BatchFollower(challengeFiles.publishing(), worker)));
    ChangeWatch watch = new ChangeWatch(loop, hotspots.feed(), followers);
    watch.note().get(START_SECONDS, TimeUnit.SECONDS);
    int known = hotspots.reload().get(START_SECONDS, TimeUnit.SECONDS);
    int shops = repertoire.shops().reload().get(START_SECONDS, TimeUnit.SECONDS);
    int payees = repertoire.wallet().payees().reload().get(START_SECONDS, TimeUnit.SECONDS);
    int challenges =
        repertoire.challenges().challenges().reload().get(START_SECONDS, TimeUnit.SECONDS);
    int measured = cells.reload().get(START_SECONDS, TimeUnit.SECONDS);
    LOG.info("{} hotspots, {} shops, {} payees and {} cells known", known, shops, payees, measured);
    int notices = repertoire.notices().notices().reload().get(START_SECONDS, TimeUnit.SECONDS);
    LOG.info("{} challenges and {} notices known", challenges, notices);
    HotspotKeeper keeper = new HotspotKeeper(loop, hotspots.map(), worker);
    watch.start();
    keeper.start();
    stopping.pushClose("the map's watch", watch::stop);
    stopping.pushClose("the map's keeper", keeper::stop);
    exchanging.start(vertx, worker, repertoire.field().ports().trail(), stopping);
    FileDesk shopDesk = new TableDesk<>("shops", shopFiles);
    FileDesk payeeDesk = new TableDesk<>("payees", payeeFiles);
    FileDesk challengeDesk = new TableDesk<>(ChallengeWork.THINGS, challengeFiles);
    return new MapKeeping(cells, List.of(exchanging.files(), shopDesk, payeeDesk, challengeDesk));
  }

  /** Where the cells of networks are, for channels that are told one. */
  Locator locator() {
    return new CellLocator(cells);
  }

  /** What {@code cells} does. */
  Signed cells() {
    return new CellVerb(cells);
  }

  /** Hotspots, shops, payees and challenges in and out of files. */
  List<FileDesk> files() {
    return files;
  }
}
