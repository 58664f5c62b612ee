package ma.jisr.service.notices.mailing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;

/**
 * The documents of chunks: who is in one, and how it stands with them. Callable from any thread.
 */
final class Chunks {
  /** How long it is known who got what, after a mailing's end: an Update may follow until then. */
  static final Duration KEPT = Duration.ofDays(30);

  static final CollectionSpec PEOPLE =
      new CollectionSpec(
          "mailing_chunks",
          Area.BULK,
          List.of(new IndexSpec(SheetJson.DROP, List.of(), SheetJson.DROP)));

  static final CollectionSpec SHEETS =
      new CollectionSpec(
          "mailing_sheets",
          Area.BULK,
          List.of(
              new IndexSpec(SheetJson.DUE, List.of(SheetJson.MAILING), SheetJson.DUE),
              new IndexSpec(SheetJson.DROP, List.of(), SheetJson.DROP)));

  private final Store store;

  Chunks(Store store) {
    this.store = store;
  }

  /** Lays one down; the one that is there already when somebody was quicker. */
  CompletableFuture<Chunk> lay(Mailing mailing, Chunk chunk) {
    String id = Chunk.id(mailing.id(), chunk.number());
    return insert(PEOPLE, id, chunk.json(fresh(mailing)))
        .thenCompose(
            fresh ->
                fresh
                    ? CompletableFuture.completedFuture(chunk)
                    : get(mailing.id(), chunk.number()).thenApply(there -> there.orElse(chunk)))
        .thenCompose(
            there -> {
              Sheet sheet =
                  new Sheet(
                      mailing.id(),
                      there.number(),
                      there.people().size(),
                      mailing.from().toEpochMilli());
              return insert(SHEETS, id, SheetJson.write(sheet, fresh(mailing)))
                  .thenApply(done -> there);
            });
  }

  private static ObjectNode fresh(Mailing mailing) {
    long drop = mailing.until().plus(KEPT).toEpochMilli();
    return RecordJson.parse("{}").put(SheetJson.DROP, drop);
  }

  private CompletableFuture<Boolean> insert(CollectionSpec into, String id, String json) {
    return store
        .insert(into.name(), List.of(new Document(id, 0, "laid", json)), Priority.BACKGROUND)
        .thenApply(
            outcomes -> {
              if (outcomes.getFirst() == Outcome.UNKNOWN)
                throw new StoreException(
                    StoreException.Kind.UNREACHABLE, "a chunk may not have been laid down");
              return outcomes.getFirst() == Outcome.INSERTED;
            });
  }

  CompletableFuture<Optional<Chunk>> get(String mailing, int number) {
    return store
        .get(PEOPLE.name(), Chunk.id(mailing, number))
        .thenApply(found -> found.map(document -> Chunk.read(document.json())));
  }

  /**
   * The last person of a chunk and those before it, down to another: where all of a chunk have been
   * erased, the one before says how far people were laid down.
   *
   * @return "" when nobody is left in any of them
   */
  CompletableFuture<String> ending(String mailing, int number, int down) {
    return get(mailing, number)
        .thenCompose(
            chunk -> {
              String last = chunk.map(Chunk::last).orElse("");
              return last.isEmpty() && number > down
                  ? ending(mailing, number - 1, down)
                  : CompletableFuture.completedFuture(last);
            });
  }

  CompletableFuture<Optional<Sheet>> sheet(String mailing, int number) {
    return store
        .get(SHEETS.name(), Chunk.id(mailing, number))
        .thenApply(found -> found.map(document -> SheetJson.read(document.json())));
  }

  /** Sheets of a mailing from a number on, at most so many. */
  CompletableFuture<List<Sheet>> sheets(String mailing, int from, int most) {
    // The id before the first one: its digits are below every other's.
    String after = from == 0 ? mailing + ':' : Chunk.id(mailing, from - 1);
    return store
        .scan(SHEETS.name(), after, most)
        .thenApply(
            documents -> {
              List<Sheet> sheets = new ArrayList<>();
              for (Document document : documents)
                if (document.id().startsWith(mailing + ':'))
                  sheets.add(SheetJson.read(document.json()));
              return sheets;
            });
  }

  /**
   * Sheets of a mailing about which something is to be done, the earliest first.
   *
   * @param before due before this; {@link Long#MAX_VALUE} for all
   */
  CompletableFuture<List<Sheet>> open(String mailing, long before, int most) {
    Query query =
        new Query(SheetJson.DUE, Map.of(SheetJson.MAILING, mailing), null, before, null, most);
    return store
        .find(SHEETS.name(), query)
        .thenApply(
            page ->
                page.documents().stream()
                    .map(document -> SheetJson.read(document.json()))
                    .toList());
  }

  /**
   * Changes a sheet by compare-and-set.
   *
   * @param by changes it and says whether it did; may be asked several times, each time of a fresh
   *     one
   * @return as it is afterwards; empty when it was not changed, or is not there
   */
  CompletableFuture<Optional<Sheet>> change(
      String mailing, int number, String writeId, Predicate<Sheet> by) {
    return Rewrite.of(
        store,
        SHEETS.name(),
        Chunk.id(mailing, number),
        writeId,
        Priority.BACKGROUND,
        found -> found.map(json -> changed(json, by)).orElse(NONE));
  }

  private static final Rewrite.Change<Optional<Sheet>> NONE = Rewrite.Change.none(Optional.empty());

  private static Rewrite.Change<Optional<Sheet>> changed(String json, Predicate<Sheet> by) {
    ObjectNode body = RecordJson.parse(json);
    Sheet sheet = SheetJson.read(body);
    return by.test(sheet)
        ? new Rewrite.Change<>(SheetJson.write(sheet, body), Optional.of(sheet))
        : NONE;
  }

  /**
   * Takes somebody out: their place stays, empty.
   *
   * @param index their place: unlike the place of everybody else, and says nothing of them
   */
  CompletableFuture<Void> erase(String mailing, int number, int index, String person) {
    return Rewrite.of(
            store,
            PEOPLE.name(),
            Chunk.id(mailing, number),
            "erased " + index,
            Priority.BACKGROUND,
            found ->
                found
                    .map(
                        json ->
                            new Rewrite.Change<>(
                                Chunk.read(json).without(person).json(RecordJson.parse(json)),
                                true))
                    .orElse(Rewrite.Change.none(false)))
        .thenApply(done -> null);
  }
}
