package ma.jisr.gateway.unresolved;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Page;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The book of who read the review list and who taught what: when, by which name, what was asked and
 * how many rows came of it; never a row. It is added to, and thrown away by age. Callable from any
 * thread.
 */
public final class Audit {
  static final String COLLECTION = "unresolved_audit";

  /** How long an entry is kept. */
  static final Duration KEEP = Duration.ofDays(365);

  static final String AT = "at";

  private final JsonMapper mapper = new JsonMapper();
  private final Store store;

  Audit(Store store) {
    this.store = store;
  }

  /**
   * An entry.
   *
   * @param by the name that was given
   * @param what was asked, without a text of people's
   * @param rows that came of it
   */
  public record Entry(Instant at, String by, String what, int rows) {}

  static CollectionSpec spec() {
    return new CollectionSpec(COLLECTION, Area.LIVE, List.of(new IndexSpec(AT, List.of(), AT)));
  }

  /**
   * Completes when the entry is durable, fails when that is not certain.
   *
   * @param id unique; entries of one millisecond are told in the order of their ids
   */
  CompletableFuture<Void> write(Entry entry, String id) {
    String json =
        mapper
            .createObjectNode()
            .put(AT, entry.at().toEpochMilli())
            .put("by", entry.by())
            .put("what", entry.what())
            .put("rows", entry.rows())
            .toString();
    Document document = new Document(id, 0, id, json);
    return store
        .insert(COLLECTION, List.of(document), Priority.TURN)
        .thenAccept(
            outcomes -> {
              if (!outcomes.equals(List.of(Outcome.INSERTED)))
                throw new IllegalStateException("the audit could not be written");
            });
  }

  /** The newest entries, oldest first. */
  CompletableFuture<List<Entry>> since(Instant from, int most) {
    return read(from, null, new ArrayList<>())
        .thenApply(all -> List.copyOf(all.subList(Math.max(0, all.size() - most), all.size())));
  }

  private CompletableFuture<List<Entry>> read(
      Instant from, @Nullable String after, List<Entry> sofar) {
    Query query = new Query(AT, Map.of(), from.toEpochMilli(), null, after, Query.MAX_LIMIT);
    return store
        .find(COLLECTION, query)
        .thenCompose(
            (Page page) -> {
              for (Document document : page.documents()) sofar.add(entry(document));
              return page.next() == null
                  ? CompletableFuture.completedFuture(sofar)
                  : read(from, page.next(), sofar);
            });
  }

  private Entry entry(Document stored) {
    try {
      JsonNode json = mapper.readTree(stored.json());
      return new Entry(
          Instant.ofEpochMilli(json.path(AT).asLong()),
          json.path("by").asText(),
          json.path("what").asText(),
          json.path("rows").asInt());
    } catch (JacksonException e) {
      throw new IllegalStateException("an entry of the audit cannot be read", e);
    }
  }
}
