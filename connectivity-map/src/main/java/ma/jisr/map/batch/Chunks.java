package ma.jisr.map.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;

/** The changes of batches in the store, many in a document, which is written once. */
final class Chunks {
  static final CollectionSpec SPEC =
      new CollectionSpec("batch_rows", CollectionSpec.Area.BULK, List.of());

  /** Changes in a chunk: as many writes are on their way at once when it is applied. */
  static final int MOST = 200;

  /** Characters of bodies in a chunk: with escapes and three-byte letters still a document. */
  static final int MOST_CHARACTERS = 250_000;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Store store;

  Chunks(Store store) {
    this.store = store;
  }

  /** The changes in the order given, cut where a chunk is full. */
  static List<List<Change>> cut(List<Change> changes) {
    List<List<Change>> chunks = new ArrayList<>();
    int from = 0;
    long size = 0;
    for (int i = 0; i < changes.size(); i++) {
      long next = changes.get(i).size();
      if (i - from == MOST || (i > from && size + next > MOST_CHARACTERS)) {
        chunks.add(changes.subList(from, i));
        from = i;
        size = 0;
      }
      size += next;
    }
    if (from < changes.size()) chunks.add(changes.subList(from, changes.size()));
    return chunks;
  }

  /** Keeps a chunk of this round. */
  void write(Batch batch, int number, List<Change> changes) {
    Document document = new Document(id(batch, number), 0, batch.mark(), json(changes));
    Answers.of(store.insert(SPEC.name(), List.of(document), Priority.BACKGROUND));
  }

  /**
   * @throws StoreException when the chunk is not there
   */
  List<Change> read(Batch batch, int number) {
    return Answers.of(store.get(SPEC.name(), id(batch, number)))
        .map(document -> changes(document.json()))
        .orElseThrow(() -> lost(batch, number));
  }

  /** The same, not waited for. */
  CompletableFuture<List<Change>> later(Batch batch, int number) {
    return store
        .get(SPEC.name(), id(batch, number))
        .thenApply(
            found -> found.map(d -> changes(d.json())).orElseThrow(() -> lost(batch, number)));
  }

  private static StoreException lost(Batch batch, int number) {
    return new StoreException(
        StoreException.Kind.DAMAGED, "batch " + batch.id() + " has lost its chunk " + number);
  }

  /** Whether the chunk is there: an unknown outcome is settled by looking. */
  boolean has(Batch batch, int number) {
    return Answers.of(store.get(SPEC.name(), id(batch, number))).isPresent();
  }

  void each(Batch batch, Consumer<List<Change>> use) {
    for (int number = 0; number < batch.chunks(); number++) use.accept(read(batch, number));
  }

  void delete(Batch batch) {
    for (int number = 0; number < batch.chunks(); number++)
      Answers.of(store.deleteIf(SPEC.name(), id(batch, number), 0, Priority.BACKGROUND));
  }

  private static String id(Batch batch, int number) {
    return batch.mark() + '.' + number;
  }

  private static String json(List<Change> changes) {
    ObjectNode root = JSON.createObjectNode();
    var rows = root.put("schema", Heads.SCHEMA).putArray("rows");
    for (Change change : changes) {
      ObjectNode row = rows.addObject();
      row.put("id", change.id());
      row.put("base", change.base());
      // As texts: restored to the letter, whatever a number in them looks like.
      if (change.before() != null) row.put("before", change.before());
      row.put("after", change.after());
      change.areas().forEach(row.putArray("areas")::add);
    }
    return root.toString();
  }

  private static List<Change> changes(String json) {
    try {
      List<Change> changes = new ArrayList<>();
      for (JsonNode row : JSON.readTree(json).path("rows")) {
        List<String> areas = new ArrayList<>();
        row.path("areas").forEach(area -> areas.add(area.asText()));
        changes.add(
            new Change(
                row.path("id").asText(),
                row.path("base").asLong(),
                row.hasNonNull("before") ? row.path("before").asText() : null,
                row.path("after").asText(),
                areas));
      }
      return changes;
    } catch (JsonProcessingException e) {
      throw new StoreException(StoreException.Kind.DAMAGED, "a chunk of a batch cannot be read");
    }
  }
}
