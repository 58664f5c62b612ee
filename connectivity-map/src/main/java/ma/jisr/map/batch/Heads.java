package ma.jisr.map.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Role;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/** The heads of all batches in the store. */
final class Heads {
  static final CollectionSpec SPEC =
      new CollectionSpec(
          "batches",
          CollectionSpec.Area.BULK,
          List.of(new IndexSpec(Heads.PENDING, List.of(), Heads.PENDING)));

  /** Indexed: since when readers must look at the changes of one that is being written. */
  private static final String PENDING = "pending";

  /** Written into each document; a node never writes a newer one than its own. */
  static final int SCHEMA = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Store store;

  Heads(Store store) {
    this.store = store;
  }

  Optional<Batch> get(String id) {
    return Answers.of(store.get(SPEC.name(), id)).map(Heads::read);
  }

  /** All of them, by id. */
  List<Batch> all() {
    List<Batch> all = new ArrayList<>();
    List<Document> page = Answers.of(store.scan(SPEC.name(), "", Query.MAX_LIMIT));
    while (!page.isEmpty()) {
      page.forEach(document -> all.add(read(document)));
      if (page.size() < Query.MAX_LIMIT) break;
      page = Answers.of(store.scan(SPEC.name(), page.getLast().id(), Query.MAX_LIMIT));
    }
    return all;
  }

  /** The same, not waited for. */
  CompletableFuture<List<Batch>> later() {
    return later("", new ArrayList<>());
  }

  private CompletableFuture<List<Batch>> later(String after, List<Batch> sofar) {
    return store
        .scan(SPEC.name(), after, Query.MAX_LIMIT)
        .thenCompose(
            page -> {
              page.forEach(document -> sofar.add(read(document)));
              return page.size() < Query.MAX_LIMIT
                  ? CompletableFuture.completedFuture(sofar)
                  : later(page.getLast().id(), sofar);
            });
  }

  /** Those that readers must look at, in the order in which they have to be gone through. */
  CompletableFuture<List<Batch>> pending(String collection) {
    return store
        .find(SPEC.name(), new Query(PENDING, Map.of(), null, null, null, Query.MAX_LIMIT))
        .thenApply(
            page ->
                page.documents().stream()
                    .map(Heads::read)
                    .filter(b -> b.collection().equals(collection) && b.state().isPending())
                    .sorted(Comparator.comparing(Keeping::since).thenComparing(Batch::id))
                    .toList());
  }

  /** Whether this head is there now; false when another one has its id. */
  boolean insert(Batch batch) {
    Outcome outcome =
        Answers.of(store.insert(SPEC.name(), List.of(document(batch)), Priority.BACKGROUND))
            .getFirst();
    return outcome == Outcome.INSERTED || (outcome == Outcome.UNKNOWN && isStored(batch));
  }

  /**
   * The single write. Whether this head is there now; false when somebody else wrote in between.
   */
  boolean replace(Batch batch) {
    Outcome outcome =
        Answers.of(store.replaceIf(SPEC.name(), document(batch), Priority.BACKGROUND));
    return outcome == Outcome.REPLACED || (outcome == Outcome.UNKNOWN && isStored(batch));
  }

  void delete(Batch batch) {
    Answers.of(store.deleteIf(SPEC.name(), batch.id(), batch.version(), Priority.BACKGROUND));
  }

  private boolean isStored(Batch batch) {
    return Answers.of(store.get(SPEC.name(), batch.id()))
        .filter(d -> d.version() == batch.version() && d.writeId().equals(writeId(batch)))
        .isPresent();
  }

  private static String writeId(Batch batch) {
    return batch.mark() + '.' + lower(batch.state());
  }

  private static Document document(Batch batch) {
    return new Document(batch.id(), batch.version(), writeId(batch), write(batch));
  }

  private static String write(Batch batch) {
    ObjectNode node = JSON.createObjectNode();
    node.put("schema", SCHEMA);
    node.put("collection", batch.collection());
    node.put("state", lower(batch.state()));
    node.put("round", batch.round());
    node.put("hash", batch.hash());
    node.put("source", batch.source());
    node.put("actor", batch.actor());
    node.put("staged", batch.staged().toEpochMilli());
    if (batch.published() != null) node.put("published", batch.published().toEpochMilli());
    if (batch.undone() != null) node.put("undone", batch.undone().toEpochMilli());
    Batch.Undoer by = batch.undoneBy();
    if (by != null) node.put("undoneBy", by.actor()).put("undoneRole", lower(by.role()));
    if (batch.state().isPending()) node.put(PENDING, Keeping.since(batch).toEpochMilli());
    node.put("added", batch.added());
    node.put("changed", batch.changed());
    node.put("chunks", batch.chunks());
    node.put("left", batch.left().count());
    batch.left().ids().forEach(node.putArray("leftIds")::add);
    return node.toString();
  }

  private static Batch read(Document document) {
    try {
      JsonNode node = JSON.readTree(document.json());
      List<String> left = new ArrayList<>();
      node.path("leftIds").forEach(id -> left.add(id.asText()));
      return new Batch(
          document.id(),
          document.version(),
          node.path("collection").asText(),
          Batch.State.valueOf(node.path("state").asText().toUpperCase(Locale.ROOT)),
          node.path("round").asInt(),
          node.path("hash").asText(),
          node.path("source").asText(),
          node.path("actor").asText(),
          Instant.ofEpochMilli(node.path("staged").asLong()),
          moment(node, "published"),
          moment(node, "undone"),
          undoer(node),
          node.path("added").asInt(),
          node.path("changed").asInt(),
          node.path("chunks").asInt(),
          new Batch.Left(node.path("left").asInt(), left));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the head of batch " + document.id() + " cannot be read");
    }
  }

  private static @Nullable Instant moment(JsonNode node, String field) {
    return node.hasNonNull(field) ? Instant.ofEpochMilli(node.path(field).asLong()) : null;
  }

  private static Batch.@Nullable Undoer undoer(JsonNode node) {
    if (!node.hasNonNull("undoneBy")) return null;
    String role = node.path("undoneRole").asText().toUpperCase(Locale.ROOT);
    return new Batch.Undoer(node.path("undoneBy").asText(), Role.valueOf(role));
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
