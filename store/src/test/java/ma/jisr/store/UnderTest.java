package ma.jisr.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.CollectionSpec.IndexSpec;
import org.jspecify.annotations.Nullable;

/** The store that a contract is tested on, and the words its tests are written in. */
public interface UnderTest {
  /** People with a due time and a state, a log, and marks in parts of days. */
  List<CollectionSpec> SPECS =
      List.of(
          new CollectionSpec(
              "people",
              Area.LIVE,
              List.of(
                  new IndexSpec("due", List.of(), "due"),
                  new IndexSpec("by_state", List.of("state", "shop"), "at"),
                  new IndexSpec("name", List.of(), "name"))),
          new CollectionSpec("log", Area.BULK, List.of(new IndexSpec("at", List.of(), "at"))),
          CollectionSpec.daily("marks", Area.BULK),
          CollectionSpec.daily("marks_old", Area.LIVE));

  JsonMapper JSON = new JsonMapper();

  Store store();

  static Document doc(String id, String json) {
    return new Document(id, 0, "w0-" + id.length(), json);
  }

  static Document next(Document document, String writeId, String json) {
    return new Document(document.id(), document.version() + 1, writeId, json);
  }

  static <T> T get(CompletableFuture<T> future) {
    try {
      return future.get(30, TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreException known) throw known;
      return fail(e);
    } catch (InterruptedException | TimeoutException e) {
      return fail(e);
    }
  }

  /** The future fails, at once or later, with this kind, and with nothing wrapped around it. */
  static void refused(StoreException.Kind kind, CompletableFuture<?> future) {
    Throwable error = get(future.handle((value, thrown) -> thrown));
    StoreException e = assertInstanceOf(StoreException.class, error);
    assertEquals(kind, e.kind(), e.getMessage());
  }

  static JsonNode json(String text) {
    try {
      return JSON.readTree(text.getBytes(UTF_8));
    } catch (IOException e) {
      return fail(e);
    }
  }

  static Query by(String index, int limit) {
    return new Query(index, Map.of(), null, null, null, limit);
  }

  static Query by(String index, @Nullable Object from, @Nullable Object to, int limit) {
    return new Query(index, Map.of(), from, to, null, limit);
  }

  static List<String> ids(List<Document> documents) {
    return documents.stream().map(Document::id).toList();
  }

  default List<Outcome> insert(Document... documents) {
    return get(store().insert("people", List.of(documents), Priority.TURN));
  }

  default Outcome replace(Document next) {
    return get(store().replaceIf("people", next, Priority.TURN));
  }

  default @Nullable Document read(String id) {
    return get(store().get("people", id)).orElse(null);
  }

  default Document present(String id) {
    Document found = read(id);
    return found == null ? fail("document " + id + " is missing") : found;
  }
}
