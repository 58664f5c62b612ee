package ma.jisr.service.erasure;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Retention;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/** The documents of erasures, each by its person's random id. Callable from any thread. */
final class ErasureStore {
  private static final int SCHEMA = 1;
  private static final String DUE = "dueAt";

  static final CollectionSpec SPEC =
      new CollectionSpec(
          "erasures", CollectionSpec.Area.LIVE, List.of(new IndexSpec("due", List.of(), DUE)));

  /** A stone stays so long behind the burial; the erasure's last step takes both away. */
  static Retention retention() {
    return Retention.room(SPEC, ErasureRules.USUAL.stone(), "the last step of an erasure");
  }

  private final Store store;

  ErasureStore(Store store) {
    this.store = store;
  }

  /** The one of this person: this, unless there is one. */
  CompletableFuture<Erasure> wish(String person, Erasure erasure) {
    return store
        .insert(
            SPEC.name(),
            List.of(new Document(person, 0, "wish", json(erasure, RecordJson.parse("{}")))),
            Priority.TURN)
        .thenCompose(_ -> get(person))
        .thenApply(
            stands -> stands.orElseThrow(() -> new IllegalStateException("the wish was not kept")));
  }

  CompletableFuture<Optional<Erasure>> get(String person) {
    return store.get(SPEC.name(), person).thenApply(found -> found.map(ErasureStore::read));
  }

  /**
   * Changes one.
   *
   * @param by null leaves it as it is
   */
  CompletableFuture<Void> change(
      String person, String writeId, Function<Erasure, @Nullable Erasure> by) {
    return Rewrite.of(
            store,
            SPEC.name(),
            person,
            writeId,
            Priority.BACKGROUND,
            found -> {
              if (found.isEmpty()) return Rewrite.Change.none(false);
              ObjectNode stored = RecordJson.parse(found.get());
              Erasure next = by.apply(RecordJson.read(stored, Erasure.class));
              return next == null
                  ? Rewrite.Change.none(false)
                  : new Rewrite.Change<>(json(next, stored), true);
            })
        .thenApply(_ -> null);
  }

  /** Those whose next step is due, longest first, by person. */
  CompletableFuture<Map<String, Erasure>> due(Instant now, int most) {
    return find(now.toEpochMilli() + 1, most);
  }

  /** All on their way, soonest due first. */
  CompletableFuture<Map<String, Erasure>> all(int most) {
    return find(null, most);
  }

  private CompletableFuture<Map<String, Erasure>> find(@Nullable Long before, int most) {
    return store
        .find(SPEC.name(), new Query("due", Map.of(), null, before, null, most))
        .thenApply(
            page -> {
              Map<String, Erasure> found = new LinkedHashMap<>();
              for (Document document : page.documents()) found.put(document.id(), read(document));
              return found;
            });
  }

  /** Takes out one that has ended. */
  CompletableFuture<Void> delete(String person) {
    return store
        .get(SPEC.name(), person)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(null)
                    : store
                        .deleteIf(SPEC.name(), person, found.get().version(), Priority.BACKGROUND)
                        .thenApply(_ -> null));
  }

  private static Erasure read(Document document) {
    return RecordJson.read(document.json(), Erasure.class);
  }

  private static String json(Erasure erasure, ObjectNode onto) {
    ObjectNode node = RecordJson.write(erasure, onto, SCHEMA);
    node.put(DUE, erasure.due().toEpochMilli());
    return node.toString();
  }
}
