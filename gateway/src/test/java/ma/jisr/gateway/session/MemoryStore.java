package ma.jisr.gateway.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import ma.jisr.store.DayPart;
import ma.jisr.store.Document;
import ma.jisr.store.Lease;
import ma.jisr.store.Outcome;
import ma.jisr.store.Page;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;

/**
 * A store in memory that answers at once, or when told, or wrongly when told: the faults that a
 * test asks for. What the session engine does not use is refused.
 */
final class MemoryStore implements Store {
  /** What happens to the next writes of people, in order; then all goes well. */
  enum Fault {
    NONE,
    /** Applied, but the reply waits for {@link #release}. */
    HOLD,
    /** Applied, but the reply is lost. */
    UNKNOWN_APPLIED,
    /** Not applied, and the reply is lost. */
    UNKNOWN_LOST,
    /** Somebody else writes just before. */
    OVERTAKEN,
    /** Refused. */
    FAIL
  }

  /** Whether inserts of more than people fail. */
  boolean down;

  /** The collection that cannot be searched now. */
  String unsearched = "";

  final ArrayDeque<Fault> faults = new ArrayDeque<>();

  /** Whether documents can be deleted now. */
  boolean deletes = true;

  final List<String> writes = new ArrayList<>();

  /** Writes of any collection that are still applied; later ones are neither that nor answered. */
  int writesLeft = Integer.MAX_VALUE;

  private final Map<String, TreeMap<String, Document>> collections = new HashMap<>();
  private final Map<String, Instant> leases = new HashMap<>();
  private final List<Runnable> held = new ArrayList<>();
  private final JsonMapper mapper = Json.mapper();

  /** Lets held replies go. */
  void release() {
    List<Runnable> all = List.copyOf(held);
    held.clear();
    all.forEach(Runnable::run);
  }

  /** The stored state and nothing else: what a crash leaves. */
  MemoryStore afterCrash() {
    MemoryStore left = new MemoryStore();
    collections.forEach((name, all) -> left.collections.put(name, new TreeMap<>(all)));
    return left;
  }

  Map<String, Document> all(String collection) {
    return collections.computeIfAbsent(collection, c -> new TreeMap<>());
  }

  @Override
  public CompletableFuture<List<Outcome>> insert(
      String collection, List<Document> documents, Priority priority) {
    if (down) return failed();
    if (documents.size() == 1)
      return write(collection, documents.getFirst(), () -> insert(collection, documents.getFirst()))
          .thenApply(List::of);
    return CompletableFuture.completedFuture(
        documents.stream().map(document -> insert(collection, document)).toList());
  }

  private Outcome insert(String collection, Document document) {
    return all(collection).putIfAbsent(document.id(), document) == null
        ? Outcome.INSERTED
        : Outcome.EXISTS;
  }

  @Override
  public CompletableFuture<Outcome> replaceIf(String collection, Document next, Priority priority) {
    return write(
        collection,
        next,
        () -> {
          Document old = all(collection).get(next.id());
          if (old == null) return Outcome.MISSING;
          if (old.version() != next.version() - 1) return Outcome.CONFLICT;
          all(collection).put(next.id(), next);
          return Outcome.REPLACED;
        });
  }

  private CompletableFuture<Outcome> write(
      String collection, Document next, Supplier<Outcome> apply) {
    boolean people = collection.equals(SessionCollections.PEOPLE);
    Fault fault = people && !faults.isEmpty() ? faults.poll() : Fault.NONE;
    if (writesLeft-- <= 0) return new CompletableFuture<>();
    writes.add(collection + ' ' + next.version());
    return switch (fault) {
      case NONE -> CompletableFuture.completedFuture(apply.get());
      case HOLD -> {
        Outcome outcome = apply.get();
        CompletableFuture<Outcome> reply = new CompletableFuture<>();
        held.add(() -> reply.complete(outcome));
        yield reply;
      }
      case UNKNOWN_APPLIED -> {
        Outcome unheard = apply.get();
        writes.add("unheard " + unheard);
        yield CompletableFuture.completedFuture(Outcome.UNKNOWN);
      }
      case UNKNOWN_LOST -> CompletableFuture.completedFuture(Outcome.UNKNOWN);
      case OVERTAKEN -> {
        Document old = all(collection).get(next.id());
        if (old != null)
          all(collection)
              .put(old.id(), new Document(old.id(), old.version() + 1, "other", old.json()));
        yield CompletableFuture.completedFuture(apply.get());
      }
      case FAIL -> failed();
    };
  }

  private static <T> CompletableFuture<T> failed() {
    return CompletableFuture.failedFuture(
        new StoreException(StoreException.Kind.UNREACHABLE, "as the test asked"));
  }

  @Override
  public CompletableFuture<Optional<Document>> get(String collection, String id) {
    return CompletableFuture.completedFuture(Optional.ofNullable(all(collection).get(id)));
  }

  @Override
  public CompletableFuture<Page> find(String collection, Query query) {
    if (collection.equals(unsearched)) return failed();
    List<Document> found =
        all(collection).values().stream()
            .filter(d -> within(d, query))
            .sorted(Comparator.comparingLong(d -> sort(d, query)))
            .limit(query.limit())
            .toList();
    return CompletableFuture.completedFuture(new Page(found, null));
  }

  @Override
  public CompletableFuture<List<Lease>> claim(
      String collection, Query query, String holder, Instant now, Duration hold) {
    List<Lease> claimed =
        all(collection).values().stream()
            .filter(d -> within(d, query))
            .filter(d -> !leases.getOrDefault(d.id(), Instant.MIN).isAfter(now))
            .sorted(Comparator.comparingLong(d -> sort(d, query.index())))
            .limit(query.limit())
            .map(d -> lease(d, now.plus(hold)))
            .toList();
    return CompletableFuture.completedFuture(claimed);
  }

  private Lease lease(Document document, Instant until) {
    leases.put(document.id(), until);
    return new Lease(document, 1, until);
  }

  private boolean within(Document document, Query query) {
    JsonNode body = body(document);
    for (Map.Entry<String, Object> equal : query.equal().entrySet())
      if (!body.path(equal.getKey()).asText().equals(equal.getValue().toString())) return false;
    long at = sort(document, query);
    boolean after = !(query.from() instanceof Long from) || at >= from;
    boolean before = !(query.to() instanceof Long to) || at < to;
    return at >= 0 && after && before;
  }

  /** Indexes here are called after their sort key, or else sort by {@code at}. */
  private long sort(Document document, Query query) {
    return sort(document, query.equal().isEmpty() ? query.index() : "at");
  }

  private long sort(Document document, String field) {
    return body(document).path(field).asLong(-1);
  }

  private JsonNode body(Document document) {
    try {
      return mapper.readTree(document.json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public CompletableFuture<Outcome> deleteIf(String c, String id, long version, Priority p) {
    if (!deletes) return failed();
    if (writesLeft-- <= 0) return new CompletableFuture<>();
    return CompletableFuture.completedFuture(
        all(c).remove(id) == null ? Outcome.MISSING : Outcome.DELETED);
  }

  @Override
  public CompletableFuture<Map<String, Document>> getAll(String collection, List<String> ids) {
    Map<String, Document> found = new HashMap<>();
    for (String id : ids) {
      Document document = all(collection).get(id);
      if (document != null) found.put(id, document);
    }
    return CompletableFuture.completedFuture(found);
  }

  @Override
  public CompletableFuture<List<Document>> scan(String collection, String after, int limit) {
    return CompletableFuture.completedFuture(
        all(collection).values().stream()
            .filter(d -> d.id().compareTo(after) > 0)
            .limit(limit)
            .toList());
  }

  @Override
  public CompletableFuture<Long> count(String collection, Query query, long bound) {
    return failed();
  }

  @Override
  public CompletableFuture<Boolean> renew(String collection, Lease lease, Instant until) {
    return failed();
  }

  @Override
  public CompletableFuture<Boolean> release(String collection, Lease lease) {
    return failed();
  }

  @Override
  public CompletableFuture<Integer> deleteRange(String c, String index, Object before, int limit) {
    List<Document> old =
        all(c).values().stream().filter(d -> sort(d, index) < (Long) before).limit(limit).toList();
    old.forEach(d -> all(c).remove(d.id()));
    return CompletableFuture.completedFuture(old.size());
  }

  @Override
  public CompletableFuture<List<LocalDate>> days(String collection) {
    return CompletableFuture.completedFuture(
        collections.keySet().stream()
            .map(DayPart::parse)
            .flatMap(Optional::stream)
            .filter(part -> part.collection().equals(collection))
            .map(DayPart::day)
            .sorted()
            .toList());
  }

  @Override
  public CompletableFuture<Integer> drop(String collection, LocalDate before) {
    return days(collection)
        .thenApply(
            days -> {
              List<LocalDate> old = days.stream().filter(day -> day.isBefore(before)).toList();
              for (LocalDate day : old) collections.remove(new DayPart(collection, day).name());
              return old.size();
            });
  }

  @Override
  public CompletableFuture<Void> merge(String c, String id, Map<String, Object> f, Priority p) {
    return failed();
  }

  @Override
  public CompletableFuture<Void> increment(String c, String id, Map<String, Long> d, Priority p) {
    return failed();
  }

  @Override
  public void close() {
    held.clear();
  }
}
