package ma.jisr.service.hotspots;

import static ma.jisr.map.exchange.Verdict.REFUSED;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
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
  /** How long a file must have been left alone: copies over a slow line pause. */
  public static final Duration SETTLED = Duration.ofSeconds(5);

  /** Whence its files come, for the trail. */
  static final String FROM = "inbox folder";

  static final String DONE = "done";
  static final String FAILED = "failed";
  static final String REPORT = ".report.csv";

  /**
   * What a file may be called. No leading dot, no slash, nothing that a shell or another system
   * reads otherwise; other files lie where they are and are never opened.
   */
  private static final Pattern NAME =
      Pattern.compile(
          "[A-Za-z0-9][A-Za-z0-9._ -]{0,99}\\.(csv|txt|json|geojson|osm|xml)",
          Pattern.CASE_INSENSITIVE);

  /** Names whose refusal has been told in the log; more are refused silently. */
  private static final int MOST_TOLD = 1_000;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);

  private final Path folder;
  private final HotspotExchange exchange;
  private final Actor actor;
  private final Trail trail;
  private final InstantSource clock;
  private final Set<Path> told = new HashSet<>();

  /**
   * @param folder that is watched; made when it is not there
   * @param actor on whose behalf files are imported: what their account may do, and no more
   */
  public Inbox(Path folder, HotspotExchange exchange, Actor actor, Trail trail, InstantSource clock)
      throws IOException {
    this.folder = folder.toAbsolutePath();
    this.exchange = exchange;
    this.actor = actor;
    this.trail = trail;
    this.clock = clock;
    Files.createDirectories(this.folder.resolve(DONE));
    Files.createDirectories(this.folder.resolve(FAILED));
  }

  public Path folder() {
    return folder;
  }

  /** Whether a file is one to be imported now: a plain file of a plain name that has settled. */
  boolean accepts(Path file) {
    if (!folder.equals(file.toAbsolutePath().getParent())) return false;
    try {
      boolean plain =
          NAME.matcher(file.getFileName().toString()).matches()
              && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
      if (!plain) {
        refuse(file);
        return false;
      }
      Instant changed = Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS).toInstant();
      return !changed.plus(SETTLED).isAfter(clock.instant());
    } catch (IOException e) {
      return false; // it has gone meanwhile
    }
  }

  private void refuse(Path file) {
    if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) return;
    if (told.size() < MOST_TOLD && told.add(file.getFileName()))
      LOG.warn("the inbox has a file that is left alone: a link, or of a name that is not taken");
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
      settle(file, result);
    } catch (StoreException e) {
      LOG.warn("a file waits in the inbox: {}", e.getMessage());
    } catch (IOException e) {
      LOG.warn("a file of the inbox cannot be read or moved: {}", e.getClass().getSimpleName());
    }
  }

  /** What became of a file. */
  private static final class Result {
    /** Into which it goes. */
    private final String folder;

    private final byte[] report;

    /** The id of what it has changed; "" for nothing. */
    private final String batch;

    private final Came came;

    Result(String folder, byte[] report, String batch, Came came) {
      this.folder = folder;
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
              DONE, plan.report(), "", plan.count(REFUSED) > 0 ? Came.REFUSED : Came.DONE);
        if (i == 0) note("", Came.ASKED);
        if (exchange.bring(actor, plan) instanceof Verdict.Done(Batch batch))
          return new Result(DONE, plan.report(), batch.id(), Came.DONE);
        // Somebody has edited one of them in this very second: judged anew, once.
        if (i > 0) return new Result(FAILED, plan.report(), "", Came.OVERTAKEN);
      }
    } catch (BadSheetException e) {
      LOG.info("inbox: a file is refused: {}", e.fault());
      return new Result(FAILED, HotspotExchange.report(e), "", Came.REFUSED);
    } catch (StoreException e) {
      throw e;
    } catch (RuntimeException e) {
      // Whatever it is, the files behind it must not wait. Without its message: that may quote it.
      LOG.warn("inbox: a file cannot be imported: {}", e.getClass().getName());
      return new Result(
          FAILED,
          HotspotExchange.report(new BadSheetException(Fault.NOT_READABLE, "")),
          "",
          Came.REFUSED);
    }
  }

  private void note(String of, Came came) {
    Waiting.on(
        trail.write(new Line(clock.instant(), actor.id(), FROM, "hotspots.import", of, came)));
  }

  /** Never through a link, and never more than a file may have. */
  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(Sheet.MOST_BYTES + 1);
      if (bytes.length > Sheet.MOST_BYTES) throw new BadSheetException(Fault.TOO_LARGE, "");
      return bytes;
    }
  }

  /** The report is there before its file is: who sees the file finds both. */
  private void settle(Path file, Result result) throws IOException {
    String name = STAMP.format(clock.instant()) + '-' + file.getFileName();
    Path to = folder.resolve(result.folder).resolve(name);
    Path draft = to.resolveSibling(name + ".tmp");
    Files.write(draft, result.report);
    Files.move(draft, to.resolveSibling(name + REPORT), StandardCopyOption.ATOMIC_MOVE);
    Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
  }
}
