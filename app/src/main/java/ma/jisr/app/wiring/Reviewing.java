package ma.jisr.app.wiring;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import ma.jisr.app.admin.AdminSocket;
import ma.jisr.app.review.ReviewDesk;
import ma.jisr.app.review.Teaching;
import ma.jisr.app.settings.Settings;
import ma.jisr.base.Loop;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.gateway.metrics.Meters;
import ma.jisr.gateway.session.KeyFile;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.ReviewSecrets;
import ma.jisr.gateway.unresolved.LessonWatch;
import ma.jisr.gateway.unresolved.Lessons;
import ma.jisr.gateway.unresolved.Review;
import ma.jisr.gateway.unresolved.ReviewBook;
import ma.jisr.gateway.unresolved.ReviewKeeper;
import ma.jisr.gateway.unresolved.ReviewList;
import ma.jisr.nlp.mask.Masker;
import ma.jisr.store.Store;

/**
 * The review list of a running node: where messages go that were not understood, what is thrown
 * away, what has been taught, and who answers those who ask.
 */
public final class Reviewing {
  /** How long what gathers may take to be written when the node stops. */
  private static final Duration FLUSH = Duration.ofSeconds(2);

  /** How long reading what has been taught may take at the start. */
  private static final long START_SECONDS = 30;

  private final Review review;
  private final AdminSocket.Verb verb;

  private Reviewing(Review review, AdminSocket.Verb verb) {
    this.review = review;
    this.verb = verb;
  }

  /** Starts it; what it has to stop is pushed. Blocks until what has been taught is in use. */
  static Reviewing start(
      Settings settings,
      Vertx vertx,
      Store store,
      Keys keys,
      Repertoire repertoire,
      Meters meters,
      Stopping stopping)
      throws Exception {
    Settings.Review wanted = settings.review();
    ReviewSecrets secrets = new ReviewSecrets(keys);
    Loop loop = VertxLoop.on(vertx, Clock.systemUTC());
    ReviewKeeper keeper = new ReviewKeeper(loop, store, secrets, meters, wanted.keep());
    loop.execute(keeper::start);
    stopping.pushClose("the review's keeper", () -> loop.execute(keeper::stop));
    LessonWatch watch = new LessonWatch(loop, new Lessons(store), meters, repertoire.knowledge());
    watch.start().get(START_SECONDS, TimeUnit.SECONDS);
    stopping.pushClose("the lessons", () -> loop.execute(watch::stop));
    Masker masker = repertoire.knowledge().masker();
    String process = UUID.randomUUID().toString();
    if (wanted.reviewers().isEmpty())
      return new Reviewing(
          Review.NONE, desk(wanted, repertoire, store, keys, Reviewing::nothing, watch::refresh));
    ReviewList list = new ReviewList(loop, store, secrets, masker::unknown, meters, process);
    stopping.push("the review list", FLUSH, list::flush);
    return new Reviewing(list, desk(wanted, repertoire, store, keys, list::flush, watch::refresh));
  }

  /** Where messages go that were not understood. */
  Review review() {
    return review;
  }

  /** What {@code unresolved} does. */
  AdminSocket.Verb verb() {
    return verb;
  }

  /** What {@code unresolved} does when no process runs: on the store itself. */
  public static List<String> offline(Settings settings, List<String> words) throws Exception {
    Keys keys = KeyFile.read(settings.keys(), settings.data());
    try (Store store = Stores.open(settings, settings.data())) {
      Repertoire repertoire =
          Repertoire.of(settings, store, Clock.systemUTC(), ForkJoinPool.commonPool());
      return desk(
              settings.review(), repertoire, store, keys, Reviewing::nothing, Reviewing::nothing)
          .run(words);
    }
  }

  private static ReviewDesk desk(
      Settings.Review wanted,
      Repertoire repertoire,
      Store store,
      Keys keys,
      Supplier<CompletableFuture<Void>> before,
      Supplier<CompletableFuture<Void>> after) {
    ReviewBook book =
        new ReviewBook(
            store,
            new ReviewSecrets(keys),
            Clock.systemUTC(),
            UUID.randomUUID().toString(),
            wanted.keep());
    Teaching teaching = new Teaching(repertoire.flows(), repertoire.knowledge());
    return new ReviewDesk(wanted.reviewers(), book, teaching, Clock.systemUTC(), before, after);
  }

  private static CompletableFuture<Void> nothing() {
    return CompletableFuture.completedFuture(null);
  }
}
