package ma.jisr.gateway.unresolved;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What operators taught, in the store: a document for each lesson, and one that counts changes, by
 * which other nodes see that there are any. Callable from any thread.
 */
public final class Lessons {
  static final String COLLECTION = "lessons";

  /** The document that counts changes: shorter than any lesson's id. */
  private static final String CHANGES = "changes";

  private static final int PAGE = 500;
  private static final Logger LOG = LoggerFactory.getLogger(Lessons.class);

  private final JsonMapper mapper = new JsonMapper();
  private final Store store;

  public Lessons(Store store) {
    this.store = store;
  }

  static CollectionSpec spec() {
    return new CollectionSpec(COLLECTION, Area.LIVE, List.of());
  }

  /** Keeps a lesson unless its text is taught already: INSERTED, EXISTS or UNKNOWN. */
  CompletableFuture<Outcome> add(Lesson lesson) {
    String json =
        mapper
            .createObjectNode()
            .put("kind", lesson.kind().name())
            .put("text", lesson.text())
            .put("target", lesson.target())
            .put("by", lesson.by())
            .put("at", lesson.at().toEpochMilli())
            .toString();
    Document document = new Document(lesson.id(), 0, lesson.id(), json);
    return store
        .insert(COLLECTION, List.of(document), Priority.TURN)
        .thenCompose(outcomes -> changed().thenApply(done -> outcomes.getFirst()));
  }

  /** Removes a lesson: DELETED, MISSING, CONFLICT or UNKNOWN. */
  CompletableFuture<Outcome> remove(Lesson.Kind kind, String text) {
    String id = Lesson.id(kind, text);
    return store
        .get(COLLECTION, id)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Outcome.MISSING)
                    : store.deleteIf(COLLECTION, id, found.get().version(), Priority.TURN))
        .thenCompose(outcome -> changed().thenApply(done -> outcome));
  }

  private CompletableFuture<Void> changed() {
    return store.increment(COLLECTION, CHANGES, Map.of("changes", 1L), Priority.TURN);
  }

  /** A number that rises with every change. */
  CompletableFuture<Long> changes() {
    return store
        .get(COLLECTION, CHANGES)
        .thenApply(found -> found.map(Document::version).orElse(-1L));
  }

  /** All of them, by no order that says anything. */
  public CompletableFuture<List<Lesson>> all() {
    return all("", new ArrayList<>());
  }

  private CompletableFuture<List<Lesson>> all(String after, List<Lesson> sofar) {
    return store
        .scan(COLLECTION, after, PAGE)
        .thenCompose(
            page -> {
              for (Document document : page) lesson(document).ifPresent(sofar::add);
              return page.size() < PAGE
                  ? CompletableFuture.completedFuture(List.copyOf(sofar))
                  : all(page.getLast().id(), sofar);
            });
  }

  private Optional<Lesson> lesson(Document stored) {
    if (stored.id().equals(CHANGES)) return Optional.empty();
    try {
      JsonNode json = mapper.readTree(stored.json());
      return Optional.of(
          new Lesson(
              Lesson.Kind.valueOf(json.path("kind").asText()),
              json.path("text").asText(),
              json.path("target").asText(),
              json.path("by").asText(),
              Instant.ofEpochMilli(json.path("at").asLong())));
    } catch (JacksonException | IllegalArgumentException e) {
      LOG.warn("the lesson {} is left out: it cannot be read", stored.id());
      return Optional.empty();
    }
  }
}
