package ma.jisr.service.notices.cap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import ma.jisr.service.inbox.DropFolder;
import ma.jisr.service.inbox.DropRoutes;
import ma.jisr.service.trail.Trail;
import ma.jisr.service.trail.Trail.Came;
import ma.jisr.service.trail.Trail.Line;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder into which alerts are put, by whatever fetches them. Each is taken once it has settled,
 * and moved to {@code done} or {@code failed} with a report beside it: the notice that it became,
 * or why it did not. Used by one thread at a time.
 */
public final class CapInbox {
  /** Whence its files come, and on whose behalf, for the trail. */
  static final String FROM = "alerts folder";

  static final String REPORT = ".report.txt";

  private static final String ENDINGS = "xml|cap";

  /** How long a file waits for the store; then it stays for the next look. */
  private static final long PATIENCE_SECONDS = 30;

  private static final Logger LOG = LoggerFactory.getLogger(CapInbox.class);

  private final DropFolder folder;
  private final CapDesk desk;
  private final Trail trail;
  private final InstantSource clock;

  /**
   * @param folder that is watched; made when it is not there
   */
  public CapInbox(Path folder, CapDesk desk, Trail trail, InstantSource clock) throws IOException {
    this.folder = new DropFolder(folder, ENDINGS, clock);
    this.desk = desk;
    this.trail = trail;
    this.clock = clock;
  }

  /** What watches it. */
  public DropRoutes routes(Duration period) {
    return new DropRoutes("alerts.inbox", folder, this::take, period);
  }

  boolean accepts(Path file) {
    return folder.accepts(file);
  }

  /**
   * Takes a file and moves it away. When the store, or the trail in it, does not answer it stays
   * for the next look, where the same comes of it.
   */
  void take(Path file) {
    try {
      byte[] bytes = folder.bytes(file, CapReader.MOST_BYTES);
      CapRuling ruling = await(desk.take(bytes, Optional.empty()));
      note(ruling);
      boolean done = ruling instanceof CapRuling.Taken;
      LOG.info("alerts: a file was {}", done ? "taken" : "refused");
      folder.settle(file, done, report(ruling).getBytes(UTF_8), REPORT);
    } catch (IOException e) {
      LOG.warn("an alert cannot be read or moved: {}", e.getClass().getSimpleName());
    } catch (CompletionException e) {
      LOG.warn("an alert waits in the inbox: {}", String.valueOf(e.getCause()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void note(CapRuling ruling) throws InterruptedException {
    Line line =
        switch (ruling) {
          case CapRuling.Taken taken -> line(taken.notice().id(), Came.DONE);
          case CapRuling.Refused refused -> line("", Came.REFUSED);
        };
    await(trail.write(line));
  }

  private Line line(String of, Came came) {
    return new Line(clock.instant(), "cap", FROM, "notices.cap", of, came);
  }

  /** What became of it, in lines. */
  static String report(CapRuling ruling) {
    List<String> lines = new ArrayList<>();
    switch (ruling) {
      case CapRuling.Taken taken -> {
        lines.add("notice " + taken.notice().id() + ", code " + taken.notice().code());
        lines.addAll(taken.remarks());
      }
      case CapRuling.Refused refused -> refused.problems().forEach(one -> lines.add(one.line()));
    }
    return lines.stream().map(line -> line + '\n').collect(Collectors.joining());
  }

  private static <T> T await(CompletableFuture<T> future) throws InterruptedException {
    try {
      return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new CompletionException(e);
    }
  }
}
