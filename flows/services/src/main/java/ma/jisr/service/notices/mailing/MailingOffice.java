package ma.jisr.service.notices.mailing;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The mailings of a store: words are written here, and heeded by the {@link MailingKeeper}s. */
public final class MailingOffice implements Mailings {
  /** How old a progress may be: counting a million's takes tens of milliseconds. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  /** Progresses kept; more are counted anew. */
  private static final int MOST_KEPT = 100;

  private final Ground on;
  private final Courses courses;
  private final Runnable begun;
  private final Map<String, Kept> kept = new ConcurrentHashMap<>();

  private record Kept(Instant at, CompletableFuture<Optional<Progress>> progress) {}

  /**
   * @param begun told of each mailing that has begun here
   */
  public MailingOffice(Ground on, Runnable begun) {
    this.on = on;
    this.courses = on.courses();
    this.begun = begun;
  }

  @Override
  public CompletableFuture<Estimate> estimate(Mailing mailing) {
    return new Estimating(on, mailing).made();
  }

  @Override
  public CompletableFuture<Void> begin(Mailing mailing) {
    return courses.insert(mailing).thenRun(begun);
  }

  @Override
  public CompletableFuture<Boolean> pause(String id) {
    return say(id, Course.Word.PAUSED);
  }

  @Override
  public CompletableFuture<Boolean> resume(String id) {
    return say(id, Course.Word.GO);
  }

  @Override
  public CompletableFuture<Boolean> cancel(String id) {
    return say(id, Course.Word.CANCELLED);
  }

  private CompletableFuture<Boolean> say(String id, Course.Word word) {
    kept.remove(id);
    return courses
        .change(
            id,
            word.name() + ' ' + on.node() + ' ' + on.millis(),
            one -> one.over() || one.word() == word ? null : one.with(word))
        .thenCompose(
            done ->
                done.isPresent()
                    ? CompletableFuture.completedFuture(true)
                    : courses
                        .get(id)
                        .thenApply(one -> one.isPresent() && one.get().word() == word));
  }

  @Override
  public CompletableFuture<Optional<Progress>> progress(String id) {
    Instant now = on.loop().now();
    Kept one = kept.get(id);
    if (one != null
        && now.isBefore(one.at().plus(FRESH))
        && !one.progress().isCompletedExceptionally()) return one.progress();
    CompletableFuture<Optional<Progress>> fresh =
        courses
            .get(id)
            .thenCompose(
                found ->
                    found.isEmpty()
                        ? CompletableFuture.completedFuture(Optional.empty())
                        : new Tally(on).progress(found.get()).thenApply(Optional::of));
    if (kept.size() >= MOST_KEPT) kept.clear();
    kept.put(id, new Kept(now, fresh));
    return fresh;
  }

  @Override
  public CompletableFuture<Optional<Report>> report(String id) {
    return courses
        .get(id)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : new Tally(on).report(found.get()).thenApply(Optional::of));
  }

  @Override
  public CompletableFuture<Boolean> got(String id, String person) {
    return new Whereabouts(courses, on.chunks())
        .of(id, person)
        .thenCompose(
            place ->
                place.isEmpty()
                    ? CompletableFuture.completedFuture(false)
                    : on.chunks()
                        .sheet(id, place.get().number())
                        .thenApply(
                            sheet ->
                                sheet.isPresent()
                                    && sheet.get().status(place.get().index()).got()));
  }
}
