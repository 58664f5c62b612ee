package ma.jisr.store.memory;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.store.Catalog;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Cursor;
import ma.jisr.store.DayPart;
import ma.jisr.store.Document;
import ma.jisr.store.Lease;
import ma.jisr.store.Outcome;
import ma.jisr.store.Page;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import ma.jisr.store.StoreException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A store that keeps the port's contract in memory and answers at once, on the caller's thread, so
 * that a simulated run is the same each time. Every body is parsed when it is written, and held:
 * for some thousands, not for production.
 */
public final class MemoryStore implements Store {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final Catalog catalog;
  private final Witness witness;
  private final Map<String, TreeMap<String, Row>> tables = new HashMap<>();
  private final Map<String, Map<String, Index>> indexes = new HashMap<>();
  private boolean closed;

  /** Sees what becomes durable, in the order in which it does. */
  @FunctionalInterface
  public interface Witness {
    /** The document as it stands now; called within the store's lock. */
    void applied(String collection, Document document);
  }

  public MemoryStore(List<CollectionSpec> specs) {
    this(specs, (collection, document) -> {});
  }

  public MemoryStore(List<CollectionSpec> specs, Witness witness) {
    this.catalog = new Catalog(specs);
    this.witness = witness;
  }

  private synchronized <T extends @Nullable Object> CompletableFuture<T> answer(Supplier<T> work) {
    try {
      if (closed) throw new StoreException(Kind.CLOSED, "the store has been closed");
      return CompletableFuture.completedFuture(work.get());
    } catch (StoreException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private NavigableMap<String, Row> table(String collection) {
    NavigableMap<String, Row> table = tables.get(catalog.collection(collection).name());
    return table == null ? Collections.emptyNavigableMap() : table;
  }

  /** Only a whole collection is changed; a day's is added to. */
  private NavigableMap<String, Row> changeable(String collection) {
    catalog.changeable(collection);
    return table(collection);
  }

  private void put(String collection, Row row) {
    Row before =
        tables
            .computeIfAbsent(collection, name -> new TreeMap<>(Order.TEXTS))
            .put(row.document().id(), row);
    for (Index index : indexes(collection).values()) {
      if (before != null) index.remove(before);
      index.add(row);
    }
    witness.applied(collection, row.document());
  }

  private void remove(String collection, String id) {
    Row row = table(collection).remove(id);
    if (row != null) for (Index index : indexes(collection).values()) index.remove(row);
  }

  private Map<String, Index> indexes(String collection) {
    return indexes.computeIfAbsent(
        collection,
        name -> {
          Map<String, Index> made = new HashMap<>();
          for (IndexSpec spec : catalog.collection(name).indexes())
            made.put(spec.name(), new Index(spec));
          return made;
        });
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      // Without its cause: that would quote the body.
      throw new StoreException(Kind.INVALID, "a body is not JSON");
    }
  }

  @Override
  public CompletableFuture<List<Outcome>> insert(
      String collection, List<Document> documents, Priority priority) {
    return answer(
        () -> {
          NavigableMap<String, Row> table = table(collection);
          Catalog.checkInsert(documents);
          List<Row> rows = new ArrayList<>();
          for (Document document : documents) rows.add(Row.made(document, parsed(document.json())));
          List<Outcome> outcomes = new ArrayList<>();
          for (Row row : rows) {
            boolean taken = table.containsKey(row.document().id());
            if (!taken) put(collection, row);
            outcomes.add(taken ? Outcome.EXISTS : Outcome.INSERTED);
          }
          return List.copyOf(outcomes);
        });
  }

  @Override
  public CompletableFuture<Outcome> replaceIf(String collection, Document next, Priority priority) {
    return answer(
        () -> {
          NavigableMap<String, Row> table = changeable(collection);
          Catalog.checkDocument(next, 1);
          JsonNode body = parsed(next.json());
          Row row = table.get(next.id());
          if (row == null) return Outcome.MISSING;
          if (row.document().version() != next.version() - 1) return Outcome.CONFLICT;
          put(collection, row.with(next, body));
          return Outcome.REPLACED;
        });
  }

  @Override
  public CompletableFuture<Outcome> deleteIf(
      String collection, String id, long version, Priority priority) {
    return answer(
        () -> {
          Catalog.checkId(id);
          Row row = changeable(collection).get(id);
          if (row == null) return Outcome.MISSING;
          if (row.document().version() != version) return Outcome.CONFLICT;
          remove(collection, id);
          return Outcome.DELETED;
        });
  }

  @Override
  public CompletableFuture<Optional<Document>> get(String collection, String id) {
    return answer(() -> Optional.ofNullable(table(collection).get(id)).map(Row::document));
  }

  @Override
  public CompletableFuture<Map<String, Document>> getAll(String collection, List<String> ids) {
    return answer(
        () -> {
          Catalog.checkIds(ids);
          Map<String, Document> found = new LinkedHashMap<>();
          for (String id : ids) {
            Row row = table(collection).get(id);
            if (row != null) found.put(id, row.document());
          }
          return Map.copyOf(found);
        });
  }

  @Override
  public CompletableFuture<Page> find(String collection, Query query) {
    return answer(
        () -> {
          String sort = catalog.index(collection, query).sort();
          List<Row> all = search(collection, query, query.limit() + 1L);
          List<Row> most = all.subList(0, Math.min(all.size(), query.limit()));
          boolean more = all.size() > most.size();
          Row last = more ? most.getLast() : null;
          return new Page(
              most.stream().map(Row::document).toList(),
              last == null ? null : new Cursor(key(last, sort), last.document().id()).text());
        });
  }

  @Override
  public CompletableFuture<List<Document>> scan(String collection, String after, int limit) {
    return answer(
        () -> {
          Catalog.checkLimit(limit);
          return table(collection).tailMap(after, false).values().stream()
              .limit(limit)
              .map(Row::document)
              .toList();
        });
  }

  @Override
  public CompletableFuture<Long> count(String collection, Query query, long bound) {
    return answer(() -> (long) search(collection, query, bound).size());
  }

  @Override
  public CompletableFuture<List<Lease>> claim(
      String collection, Query query, String holder, Instant now, Duration hold) {
    return answer(
        () -> {
          catalog.changeable(collection);
          Instant until = now.plus(hold);
          List<Lease> leases = new ArrayList<>();
          for (Row row : search(collection, query, Long.MAX_VALUE)) {
            if (leases.size() == query.limit()) break;
            Instant held = row.until();
            if (held != null && held.isAfter(now)) continue;
            // At least the time: it rises over an erasure, too.
            long token = Math.max(row.token() + 1, now.toEpochMilli());
            table(collection).put(row.document().id(), row.leased(token, until));
            leases.add(new Lease(row.document(), token, until));
          }
          return List.copyOf(leases);
        });
  }

  @Override
  public CompletableFuture<Boolean> renew(String collection, Lease lease, Instant until) {
    return answer(() -> change(collection, lease, until));
  }

  @Override
  public CompletableFuture<Boolean> release(String collection, Lease lease) {
    return answer(() -> change(collection, lease, null));
  }

  private boolean change(String collection, Lease lease, @Nullable Instant until) {
    String id = lease.document().id();
    Row row = changeable(collection).get(id);
    if (row == null || !row.heldBy(lease.token())) return false;
    table(collection).put(id, row.leased(lease.token(), until));
    return true;
  }

  @Override
  public CompletableFuture<Integer> deleteRange(
      String collection, String index, Object before, int limit) {
    return answer(
        () -> {
          catalog.changeable(collection);
          IndexSpec spec = catalog.retention(collection, index, before, limit);
          Query below = new Query(spec.name(), Map.of(), null, before, null, limit);
          List<Row> found = search(collection, below, limit);
          for (Row row : found) remove(collection, row.document().id());
          return found.size();
        });
  }

  @Override
  public CompletableFuture<List<LocalDate>> days(String collection) {
    return answer(
        () ->
            catalog.parts(catalog.daily(collection).name(), tables.keySet()).stream()
                .map(DayPart::day)
                .toList());
  }

  @Override
  public CompletableFuture<Integer> drop(String collection, LocalDate before) {
    return answer(
        () -> {
          List<DayPart> old =
              catalog.parts(catalog.daily(collection).name(), tables.keySet()).stream()
                  .filter(part -> part.day().isBefore(before))
                  .toList();
          for (DayPart part : old) tables.remove(part.name());
          return old.size();
        });
  }

  @Override
  public CompletableFuture<Void> merge(
      String collection, String id, Map<String, Object> fields, Priority priority) {
    return answer(
        () -> {
          Catalog.checkId(id);
          Map<String, JsonNode> changes = new LinkedHashMap<>();
          Catalog.fieldTexts(fields).forEach((name, text) -> changes.put(name, parsed(text)));
          return upsert(collection, id, changes);
        });
  }

  @Override
  public CompletableFuture<Void> increment(
      String collection, String id, Map<String, Long> deltas, Priority priority) {
    return answer(
        () -> {
          Catalog.checkId(id);
          Catalog.checkFields(deltas.keySet());
          Row row = changeable(collection).get(id);
          Map<String, JsonNode> changes = new LinkedHashMap<>();
          deltas.forEach(
              (name, delta) -> {
                JsonNode old = row == null ? null : row.body().get(name);
                if (old != null && !old.isIntegralNumber())
                  throw new StoreException(Kind.INVALID, "a field to add to is not an integer");
                long sum = (old == null ? 0 : old.longValue()) + delta;
                changes.put(name, JSON.getNodeFactory().numberNode(sum));
              });
          return upsert(collection, id, changes);
        });
  }

  private @Nullable Void upsert(String collection, String id, Map<String, JsonNode> changes) {
    Row row = changeable(collection).get(id);
    ObjectNode body = row == null ? JSON.createObjectNode() : row.body().deepCopy();
    body.setAll(changes);
    Document document =
        row == null
            ? new Document(id, 1, "", body.toString())
            : new Document(
                id, row.document().version() + 1, row.document().writeId(), body.toString());
    put(collection, row == null ? Row.made(document, body) : row.with(document, body));
    return null;
  }

  /** All that match, in the index's order, behind the cursor; no more than {@code most}. */
  private List<Row> search(String collection, Query query, long most) {
    IndexSpec spec = catalog.index(collection, query);
    if (query.after() != null) Cursor.of(query.after());
    NavigableMap<String, Row> table = table(collection);
    List<Row> found = new ArrayList<>();
    Index index = indexes(collection).get(spec.name());
    if (index == null) throw new IllegalStateException("declared, and not made");
    for (String id : index.search(query, most)) {
      Row row = table.get(id);
      if (row != null) found.add(row);
    }
    return found;
  }

  private static Object key(Row row, String sort) {
    Object key = row.key(sort);
    if (key == null) throw new IllegalStateException("found by a key that it does not have");
    return key;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }
}
