package ma.jisr.gateway.unresolved;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The shapes that outlive the days: texts and words that {@link Shape#CROWD} people or more used
 * within the days that are kept. What is written is made of those days alone, so that any process
 * may write it, and again: the most people that were ever counted stand. Callable from any thread.
 */
final class Shapes {
  static final String COLLECTION = "unresolved_shapes";

  /** How long a shape is kept that nobody uses any more. */
  static final Duration KEEP = Duration.ofDays(365);

  /** Most shapes, some 5 MB. */
  static final int MOST = 10_000;

  static final String LAST = "last";
  private static final String PEOPLE = "people";
  private static final int PAGE = 500;

  private final JsonMapper mapper = new JsonMapper();
  private final Store store;

  Shapes(Store store) {
    this.store = store;
  }

  static CollectionSpec spec() {
    return new CollectionSpec(COLLECTION, Area.BULK, List.of(new IndexSpec(LAST, List.of(), LAST)));
  }

  /** Keeps what is crowded; completes with how many had no room. */
  CompletableFuture<Integer> keep(List<Shape> crowded) {
    return store
        .count(COLLECTION, new Query(LAST, Map.of(), null, null, null, PAGE), MOST)
        .thenCompose(count -> keep(crowded, (int) (MOST - count), 0));
  }

  private CompletableFuture<Integer> keep(List<Shape> crowded, int room, int refused) {
    if (crowded.isEmpty()) return CompletableFuture.completedFuture(refused);
    List<Shape> now = crowded.subList(0, Math.min(PAGE, crowded.size()));
    List<Shape> later = crowded.subList(now.size(), crowded.size());
    return store
        .getAll(COLLECTION, now.stream().map(Shape::id).toList())
        .thenCompose(
            stored -> {
              List<CompletableFuture<Void>> writes = new ArrayList<>();
              int free = room;
              int over = refused;
              for (Shape shape : now) {
                Document before = stored.get(shape.id());
                if (before != null) writes.add(merge(shape, before));
                else if (free-- > 0) writes.add(merge(shape, null));
                else over++;
              }
              int left = Math.max(0, free);
              int without = over;
              return CompletableFuture.allOf(writes.toArray(CompletableFuture[]::new))
                  .thenCompose(done -> keep(later, left, without));
            });
  }

  private CompletableFuture<Void> merge(Shape shape, @Nullable Document before) {
    Shape old = before == null ? null : shape(before);
    long last = millis(shape.last());
    boolean told = old != null && old.people() >= shape.people() && millis(old.last()) >= last;
    if (told) return CompletableFuture.completedFuture(null);
    int people = old == null ? shape.people() : Math.max(old.people(), shape.people());
    Map<String, Object> fields =
        Map.of(
            "kind",
            shape.kind().name(),
            "text",
            shape.text(),
            "language",
            shape.language(),
            "guess",
            shape.guess(),
            PEOPLE,
            people,
            LAST,
            old == null ? last : Math.max(last, millis(old.last())));
    return store.merge(COLLECTION, shape.id(), fields, Priority.BACKGROUND);
  }

  /** All of them, what most people used first. */
  CompletableFuture<List<Shape>> all() {
    return all("", new ArrayList<>())
        .thenApply(all -> all.stream().sorted(Tally.MOST_PEOPLE_FIRST).toList());
  }

  private CompletableFuture<List<Shape>> all(String after, List<Shape> sofar) {
    return store
        .scan(COLLECTION, after, PAGE)
        .thenCompose(
            page -> {
              page.stream().map(this::shape).filter(Objects::nonNull).forEach(sofar::add);
              return page.size() < PAGE
                  ? CompletableFuture.completedFuture(sofar)
                  : all(page.getLast().id(), sofar);
            });
  }

  /** Null for one that cannot be read: a later release may have made it. */
  private @Nullable Shape shape(Document stored) {
    try {
      JsonNode json = mapper.readTree(stored.json());
      return new Shape(
          Shape.Kind.valueOf(json.path("kind").asText()),
          json.path("text").asText(),
          json.path("language").asText(),
          json.path("guess").asText(),
          0,
          json.path(PEOPLE).asInt(),
          LocalDate.ofInstant(Instant.ofEpochMilli(json.path(LAST).asLong()), ZoneOffset.UTC));
    } catch (JacksonException | IllegalArgumentException e) {
      return null;
    }
  }

  private static long millis(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
  }
}
