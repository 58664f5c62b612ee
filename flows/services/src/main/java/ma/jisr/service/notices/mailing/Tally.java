package ma.jisr.service.notices.mailing;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Language;
import ma.jisr.base.text.Segments;
import ma.jisr.flow.port.carry.Line;

/** What mailings came to, counted sheet by sheet. Callable from any thread. */
final class Tally {
  /** Sheets in memory at once, about 300 KB. */
  private static final int PAGE = 100;

  private final Ground on;
  private final Chunks chunks;

  Tally(Ground on) {
    this.on = on;
    this.chunks = on.chunks();
  }

  /** Counts the sheets only. */
  CompletableFuture<Progress> progress(Course course) {
    if (course.report() != null)
      return CompletableFuture.completedFuture(ReportJson.read(course.report()).progress());
    Counts counts = new Counts();
    return sheets(course, 0, counts).thenApply(done -> progress(course, counts));
  }

  private CompletableFuture<Void> sheets(Course course, int from, Counts counts) {
    return chunks
        .sheets(course.mailing().id(), from, PAGE)
        .thenCompose(
            page -> {
              for (Sheet sheet : page) counts.add(sheet);
              return page.size() < PAGE
                  ? CompletableFuture.completedFuture(null)
                  : sheets(course, page.getLast().number + 1, counts);
            });
  }

  private Progress progress(Course course, Counts counts) {
    Progress.Stage stage = course.stage(on.loop().now());
    // What was sent in time is not called expired since somebody's receipt was waited for.
    if (stage == Progress.Stage.EXPIRED && course.laid() && counts.of(Status.DROPPED) == 0)
      stage = course.ended() == null ? Progress.Stage.SENDING : Progress.Stage.DONE;
    long remaining =
        counts.of(Status.WAITING) + counts.of(Status.RETRY) + counts.of(Status.SUBMITTING);
    boolean all = course.laid() && remaining == 0;
    return new Progress(
        stage,
        all ? Progress.Wait.NOTHING : course.waits(on.loop().now(), on.carrier()),
        counts.people(),
        course.laid() || course.over(),
        counts.of(Status.TAKEN) + counts.of(Status.DELIVERED),
        counts.of(Status.DELIVERED),
        counts.of(Status.FAILED),
        counts.of(Status.UNKNOWN) + counts.of(Status.AWAITING),
        counts.of(Status.MUTED) + counts.of(Status.GONE),
        counts.of(Status.DROPPED),
        counts.repeated(),
        remaining,
        minutes(course, counts, remaining));
  }

  /** At the rate of the links that are up, as those sent so far read. */
  private long minutes(Course course, Counts counts, long remaining) {
    if (remaining == 0) return 0;
    long rate = rate(on.carrier().lines());
    if (rate == 0) return -1;
    double each = counts.segmentsEach(course.mailing());
    return Math.max(1, (long) Math.ceil(remaining * each / rate / 60));
  }

  static long rate(List<Line> lines) {
    long rate = 0;
    for (Line line : lines) if (line.up()) rate += line.rate();
    return rate;
  }

  static int segments(Mailing mailing, Language language) {
    return Segments.of(mailing.texts().getOrDefault(language, "")).count();
  }

  /** All of it, by list, language and link. */
  CompletableFuture<Report> report(Course course) {
    if (course.report() != null)
      return CompletableFuture.completedFuture(ReportJson.read(course.report()));
    Counts counts = new Counts();
    return rows(course, 0, counts)
        .thenApply(
            done ->
                new Report(
                    progress(course, counts),
                    Map.of(
                        "list", counts.rows("list"),
                        "language", counts.rows("language"),
                        "link", counts.rows("link")),
                    Digests.of(course.mailing().texts()),
                    Optional.ofNullable(course.begun()),
                    Optional.ofNullable(course.ended()),
                    course.doubt()));
  }

  private CompletableFuture<Void> rows(Course course, int number, Counts counts) {
    String id = course.mailing().id();
    return chunks
        .get(id, number)
        .thenCombine(
            chunks.sheet(id, number),
            (chunk, sheet) -> {
              if (chunk.isEmpty() || sheet.isEmpty()) return false;
              counts.add(sheet.get());
              counts.rows(chunk.get(), sheet.get());
              return true;
            })
        .thenCompose(
            more ->
                more ? rows(course, number + 1, counts) : CompletableFuture.completedFuture(null));
  }

  /** Writes what it came to into its own document, which outlives the chunks. */
  CompletableFuture<Void> freeze(Course course) {
    return report(course)
        .thenCompose(
            report ->
                on.courses()
                    .change(
                        course.mailing().id(),
                        "reported",
                        one ->
                            one.report() == null ? one.reported(ReportJson.write(report)) : null))
        .thenApply(done -> null);
  }
}
