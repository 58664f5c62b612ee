package ma.jisr.service.hotspots;

import static ma.jisr.map.exchange.Verdict.REFUSED;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import ma.jisr.base.Actor;
import ma.jisr.map.batch.Batch;
import ma.jisr.map.batch.Verdict;
import ma.jisr.map.exchange.HotspotExchange;
import ma.jisr.map.exchange.Options;
import ma.jisr.map.exchange.Plan;
import ma.jisr.map.exchange.Waiting;
import ma.jisr.map.exchange.sheet.BadSheetException;
import ma.jisr.map.exchange.sheet.BadSheetException.Fault;
import ma.jisr.map.exchange.sheet.Sheet;
import ma.jisr.service.inbox.DropFolder;
import ma.jisr.service.inbox.DropRoutes;
import ma.jisr.service.trail.Trail;
import ma.jisr.service.trail.Trail.Came;
import ma.jisr.service.trail.Trail.Line;
import ma.jisr.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder into which files of hotspots are put, by whatever brings them. Each is imported once it
 * has settled, and moved to {@code done} or {@code failed} with its report beside it, which may be
 * mended and put into the folder again. What came of each stands in the audit trail before it is
 * moved; that something is going to be changed, before it is. Used by one thread at a time.
 */
public final class Inbox {
  /** Whence its files come, for the trail. */
  static final String FROM = "inbox folder";

  static final String REPORT = ".report.csv";

  private static final String ENDINGS = "csv|txt|json|geojson|osm|xml";

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  private final DropFolder folder;
  private final HotspotExchange exchange;
  private final Actor actor;
  private final Trail trail;
  private final InstantSource clock;

  /**
   * @param folder that is watched; made when it is not there
   * @param actor on whose behalf files are imported: what their account may do, and no more
   */
  public Inbox(Path folder, HotspotExchange exchange, Actor actor, Trail trail, InstantSource clock)
      throws IOException {
    this.folder = new DropFolder(folder, ENDINGS, clock);
    this.exchange = exchange;
    this.actor = actor;
    this.trail = trail;
    this.clock = clock;
  }

  /** What watches it. */
  public DropRoutes routes(Duration period) {
    return new DropRoutes("hotspots.inbox", folder, this::take, period);
  }

  /** Whether a file is one to be imported now. */
  boolean accepts(Path file) {
    return folder.accepts(file);
  }

  /**
   * Imports a file and moves it away; a file that cannot be imported is moved away all the same,
   * with a report that says why. When the store, or the trail in it, does not answer it stays for
   * the next look.
   */
  void take(Path file) {
    try {
      Result result = imported(file);
      note(result.batch, result.came);
      folder.settle(file, result.done, result.report, REPORT);
    } catch (StoreException e) {
      LOG.warn("a file waits in the inbox: {}", e.getMessage());
    } catch (IOException e) {
      LOG.warn("a file of the inbox cannot be read or moved: {}", e.getClass().getSimpleName());
    }
  }

  /** What became of a file. */
  private static final class Result {
    /** Whether it goes to those that are done. */
    private final boolean done;

    private final byte[] report;

    /** The id of what it has changed; "" for nothing. */
    private final String batch;

    private final Came came;

    Result(boolean done, byte[] report, String batch, Came came) {
      this.done = done;
      this.report = report;
      this.batch = batch;
      this.came = came;
    }
  }

  private Result imported(Path file) throws IOException {
    String name = file.getFileName().toString();
    try {
      byte[] bytes = bytes(file);
      for (int i = 0; ; i++) {
        Plan plan = exchange.plan(actor, name, bytes, null, Options.USUAL);
        LOG.info("inbox: {} rows, {} to be changed", plan.rows(), plan.size());
        if (plan.isNothingNew())
          return new Result(
              true, plan.report(), "", plan.count(REFUSED) > 0 ? Came.REFUSED : Came.DONE);
        if (i == 0) note("", Came.ASKED);
        if (exchange.bring(actor, plan) instanceof Verdict.Done(Batch batch))
          return new Result(true, plan.report(), batch.id(), Came.DONE);
        // Somebody has edited one of them in this very second: judged anew, once.
        if (i > 0) return new Result(false, plan.report(), "", Came.OVERTAKEN);
      }
    } catch (BadSheetException e) {
      LOG.info("inbox: a file is refused: {}", e.fault());
      return new Result(false, HotspotExchange.report(e), "", Came.REFUSED);
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      // Whatever it is, the files behind it must not wait. Without its message: that may quote it.
      LOG.warn("inbox: a file cannot be imported: {}", e.getClass().getName());
      return new Result(
          false,
          HotspotExchange.report(new BadSheetException(Fault.NOT_READABLE, "")),
          "",
          Came.REFUSED);
    }
  }

  private void note(String of, Came came) {
    Waiting.on(
        trail.write(new Line(clock.instant(), actor.id(), FROM, "hotspots.import", of, came)));
  }

  private byte[] bytes(Path file) throws IOException {
    byte[] bytes = folder.bytes(file, Sheet.MOST_BYTES);
    if (bytes.length > Sheet.MOST_BYTES) throw new BadSheetException(Fault.TOO_LARGE, "");
    return bytes;
  }
}
