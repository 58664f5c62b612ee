package ma.jisr.map.position;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Actor;
import ma.jisr.map.change.Change;
import ma.jisr.map.change.ChangeFeed;
import ma.jisr.map.change.Follower;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;

/**
 * The cells that this deployment knows, in the store and in memory. An edition is written in parts
 * that nobody reads yet, then named as the current one by a single write: all of it or nothing.
 * From any thread.
 */
public final class Cells implements Whereabouts, Follower {
  public static final CollectionSpec SPEC =
      new CollectionSpec("cells", CollectionSpec.Area.BULK, List.of());

  /** Cells of a part: 430 KB of Base64. */
  private static final int PART = 20_000;

  private static final String CURRENT = "current";
  private static final String EDITION = "edition";
  private static final int TRIES = 5;
  private static final JsonMapper JSON = new JsonMapper();

  private final Store store;
  private final ChangeFeed feed;
  private volatile CellTable table = CellTable.EMPTY;
  private volatile String edition = "";

  public Cells(Store store, ChangeFeed feed) {
    this.store = store;
    this.feed = feed;
  }

  @Override
  public Optional<Position> of(CellId cell) {
    return table.of(cell);
  }

  /** How many are known. */
  public int size() {
    return table.size();
  }

  /** Reads the current edition; gives how many cells it has. */
  public CompletableFuture<Integer> reload() {
    return store.get(SPEC.name(), CURRENT).thenCompose(found -> read(found, TRIES));
  }

  private CompletableFuture<Integer> read(Optional<Document> found, int tries) {
    if (found.isEmpty() || tries == 0) return CompletableFuture.completedFuture(table.size());
    JsonNode current = parse(found.get());
    String name = current.path(EDITION).asText();
    if (name.equals(edition)) return CompletableFuture.completedFuture(table.size());
    List<Integer> nets = new ArrayList<>();
    for (JsonNode net : current.path("nets")) nets.add(net.asInt());
    int parts = current.path("parts").asInt();
    return parts(name, parts, new ArrayList<>())
        .thenCompose(
            bytes -> {
              // Gone while it was read: a newer one is the current now.
              if (bytes.size() < parts)
                return store.get(SPEC.name(), CURRENT).thenCompose(next -> read(next, tries - 1));
              table = CellTable.of(nets, bytes);
              edition = name;
              return CompletableFuture.completedFuture(table.size());
            });
  }

  private CompletableFuture<List<byte[]>> parts(String name, int parts, List<byte[]> sofar) {
    if (sofar.size() == parts) return CompletableFuture.completedFuture(sofar);
    return store
        .get(SPEC.name(), part(name, sofar.size()))
        .thenCompose(
            found -> {
              if (found.isEmpty()) return CompletableFuture.completedFuture(sofar);
              sofar.add(bytes(parse(found.get())));
              return parts(name, parts, sofar);
            });
  }

  private static byte[] bytes(JsonNode part) {
    try {
      return part.path("cells").binaryValue();
    } catch (IOException e) {
      throw new StoreException(StoreException.Kind.DAMAGED, "a part of the cells is damaged", e);
    }
  }

  /**
   * Makes a table the current edition, on all nodes; false when it is that already.
   *
   * @param name of the edition, made of its content
   */
  CompletableFuture<Boolean> publish(Actor actor, CellTable next, String name) {
    return store
        .get(SPEC.name(), CURRENT)
        .thenCompose(
            found -> {
              if (found.isPresent() && parse(found.get()).path(EDITION).asText().equals(name))
                return CompletableFuture.completedFuture(false);
              return write(next, name, 0)
                  .thenCompose(
                      done -> feed.append(actor, "import", Change.Subject.CELLS, name, name))
                  .thenCompose(said -> name(found, next, name, TRIES))
                  .thenCompose(done -> reload())
                  .thenCompose(done -> forget(found))
                  .thenApply(done -> true);
            });
  }

  private CompletableFuture<Void> write(CellTable next, String name, int part) {
    int from = part * PART;
    if (from >= next.size()) return CompletableFuture.completedFuture(null);
    byte[] bytes = next.bytes(from, Math.min(from + PART, next.size()));
    String json =
        JSON.createObjectNode().put("cells", Base64.getEncoder().encodeToString(bytes)).toString();
    Document document = new Document(part(name, part), 0, name, json);
    return store
        .insert(SPEC.name(), List.of(document), Priority.BACKGROUND)
        .thenCompose(
            outcomes ->
                // What is there is this part: its name is made of what it holds.
                outcomes.getFirst() == Outcome.UNKNOWN
                    ? write(next, name, part)
                    : write(next, name, part + 1));
  }

  /** The single write that counts. */
  private CompletableFuture<Void> name(
      Optional<Document> before, CellTable next, String name, int tries) {
    ObjectNode current =
        JSON.createObjectNode().put(EDITION, name).put("parts", (next.size() + PART - 1) / PART);
    next.nets().forEach(current.putArray("nets")::add);
    long version = before.map(d -> d.version() + 1).orElse(0L);
    Document document = new Document(CURRENT, version, name, current.toString());
    CompletableFuture<Outcome> written =
        version == 0
            ? store
                .insert(SPEC.name(), List.of(document), Priority.BACKGROUND)
                .thenApply(List::getFirst)
            : store.replaceIf(SPEC.name(), document, Priority.BACKGROUND);
    return written.thenCompose(
        outcome -> {
          if (outcome == Outcome.INSERTED || outcome == Outcome.REPLACED)
            return CompletableFuture.completedFuture(null);
          if (tries == 0)
            return CompletableFuture.failedFuture(
                new StoreException(StoreException.Kind.BUSY, "others import cells just now"));
          return store
              .get(SPEC.name(), CURRENT)
              .thenCompose(
                  found ->
                      found.isPresent() && found.get().writeId().equals(name)
                          ? CompletableFuture.completedFuture(null)
                          : name(found, next, name, tries - 1));
        });
  }

  /** The parts of an edition that is no longer current; what a death leaves of them is waste. */
  private CompletableFuture<Void> forget(Optional<Document> before) {
    if (before.isEmpty()) return CompletableFuture.completedFuture(null);
    JsonNode old = parse(before.get());
    String name = old.path(EDITION).asText();
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (int i = 0; i < old.path("parts").asInt(); i++)
      all.add(store.deleteIf(SPEC.name(), part(name, i), 0, Priority.BACKGROUND));
    return CompletableFuture.allOf(all.toArray(CompletableFuture[]::new));
  }

  @Override
  public CompletableFuture<List<Change>> follow(Collection<Change> changes) {
    return reload()
        .thenApply(
            known -> changes.stream().filter(change -> change.id().equals(edition)).toList());
  }

  private static String part(String name, int part) {
    return name + ':' + part;
  }

  private static JsonNode parse(Document document) {
    try {
      return JSON.readTree(document.json());
    } catch (JacksonException e) {
      throw new StoreException(
          StoreException.Kind.DAMAGED, "the document " + document.id() + " of cells", e);
    }
  }
}
