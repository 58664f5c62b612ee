package ma.jisr.service.notices.mailing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import org.jspecify.annotations.Nullable;

/** The documents of mailings. Callable from any thread. */
final class Courses {
  /** How long a mailing's own document, with no person in it, is kept: for the archive. */
  static final Duration KEPT = Duration.ofDays(400);

  /** How long receipts are waited for after the end: as long as marks are kept, and a day. */
  static final Duration SETTLES = Duration.ofDays(3);

  static final CollectionSpec SPEC =
      new CollectionSpec(
          "mailings",
          Area.BULK,
          List.of(
              new IndexSpec(CourseJson.LOOK, List.of(), CourseJson.LOOK),
              new IndexSpec(CourseJson.DROP, List.of(), CourseJson.DROP)));

  /** Mailings under way at a time; more wait until some are over. */
  private static final int MOST = 200;

  private final Store store;

  Courses(Store store) {
    this.store = store;
  }

  CompletableFuture<Void> insert(Mailing mailing) {
    Course fresh = Course.of(mailing);
    return store
        .insert(
            SPEC.name(),
            List.of(new Document(mailing.id(), 0, "begun", json(fresh, RecordJson.parse("{}")))),
            Priority.TURN)
        .thenAccept(
            outcomes -> {
              if (outcomes.getFirst() == Outcome.UNKNOWN)
                throw new StoreException(
                    StoreException.Kind.UNREACHABLE, "a mailing may not have begun");
            });
  }

  CompletableFuture<Optional<Course>> get(String id) {
    return store
        .get(SPEC.name(), id)
        .thenApply(found -> found.map(document -> CourseJson.read(document.json())));
  }

  /** Those that somebody must look at, the earliest first. */
  CompletableFuture<List<Course>> open(Instant now) {
    return store
        .find(
            SPEC.name(),
            new Query(CourseJson.LOOK, Map.of(), null, now.toEpochMilli() + 1, null, MOST))
        .thenApply(
            page ->
                page.documents().stream()
                    .map(document -> CourseJson.read(document.json()))
                    .toList());
  }

  /** The ids of all whose recipients may still be known. */
  CompletableFuture<List<String>> all() {
    return all("", new ArrayList<>());
  }

  private CompletableFuture<List<String>> all(String after, List<String> found) {
    return store
        .scan(SPEC.name(), after, MOST)
        .thenCompose(
            page -> {
              for (Document one : page) found.add(one.id());
              return page.size() < MOST
                  ? CompletableFuture.completedFuture(found)
                  : all(page.getLast().id(), found);
            });
  }

  /**
   * Changes one by compare-and-set.
   *
   * @param by what it shall be; null leaves it. May be asked several times
   * @return as it is afterwards, when this changed it
   */
  CompletableFuture<Optional<Course>> change(
      String id, String writeId, Function<Course, @Nullable Course> by) {
    return Rewrite.of(
        store,
        SPEC.name(),
        id,
        writeId,
        Priority.BACKGROUND,
        found -> found.map(json -> changed(json, by)).orElse(NONE));
  }

  private static final Rewrite.Change<Optional<Course>> NONE =
      Rewrite.Change.none(Optional.empty());

  private static Rewrite.Change<Optional<Course>> changed(
      String json, Function<Course, @Nullable Course> by) {
    Course next = by.apply(CourseJson.read(json));
    return next == null
        ? NONE
        : new Rewrite.Change<>(json(next, RecordJson.parse(json)), Optional.of(next));
  }

  private static String json(Course course, ObjectNode onto) {
    long drop = course.mailing().until().plus(KEPT).toEpochMilli();
    return CourseJson.write(course, onto, look(course), drop);
  }

  private static @Nullable Long look(Course course) {
    if (course.report() != null) return null;
    Instant ended = course.ended();
    if (ended != null) return ended.plus(SETTLES).toEpochMilli();
    return course.mailing().from().toEpochMilli();
  }
}
