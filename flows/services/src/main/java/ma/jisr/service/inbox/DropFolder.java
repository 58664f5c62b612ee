package ma.jisr.service.inbox;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder into which files are put, by whatever brings them. One that has settled is looked at,
 * and moved to {@code done} or {@code failed} with a report beside it. Used by one thread at a
 * time.
 */
public final class DropFolder {
  /** How long a file must have been left alone: copies over a slow line pause. */
  public static final Duration SETTLED = Duration.ofSeconds(5);

  static final String DONE = "done";
  static final String FAILED = "failed";

  /** Names whose refusal has been told in the log; more are refused silently. */
  private static final int MOST_TOLD = 1_000;

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);

  private final Path folder;
  private final Pattern names;
  private final InstantSource clock;
  private final Set<Path> told = new HashSet<>();

  /**
   * @param folder that is watched; made when it is not there
   * @param endings of the names that are taken, as a pattern: "csv|json"
   */
  public DropFolder(Path folder, String endings, InstantSource clock) throws IOException {
    this.folder = folder.toAbsolutePath();
    // No leading dot, no slash, nothing that a shell or another system reads otherwise; other files
    // lie where they are and are never opened.
    this.names =
        Pattern.compile(
            "[A-Za-z0-9][A-Za-z0-9._ -]{0,99}\\.(" + endings + ")", Pattern.CASE_INSENSITIVE);
    this.clock = clock;
    Files.createDirectories(this.folder.resolve(DONE));
    Files.createDirectories(this.folder.resolve(FAILED));
  }

  public Path path() {
    return folder;
  }

  /** Whether a file is one to be taken now: a plain file of a plain name that has settled. */
  public boolean accepts(Path file) {
    if (!folder.equals(file.toAbsolutePath().getParent())) return false;
    try {
      boolean plain =
          names.matcher(file.getFileName().toString()).matches()
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

  /** A file's bytes, never through a link; one more than the most when it has more than these. */
  public byte[] bytes(Path file, int most) throws IOException {
    try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
      return in.readNBytes(most + 1);
    }
  }

  /**
   * Moves a file away. Its report is there before it is: who sees the file finds both.
   *
   * @param done where to: {@code done}, else {@code failed}
   * @param ending of the report's name, behind the file's: ".report.csv"
   */
  public void settle(Path file, boolean done, byte[] report, String ending) throws IOException {
    String name = STAMP.format(clock.instant()) + '-' + file.getFileName();
    Path to = folder.resolve(done ? DONE : FAILED).resolve(name);
    Path draft = to.resolveSibling(name + ".tmp");
    Files.write(draft, report);
    Files.move(draft, to.resolveSibling(name + ending), StandardCopyOption.ATOMIC_MOVE);
    Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
  }
}
