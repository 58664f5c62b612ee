package ma.jisr.service.wallet.benefit;

import static ma.jisr.map.ledger.JsonFields.lower;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.flow.signal.Notice;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.outbox.OutboxJson;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Page;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Retention;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/** The documents of batches and their entries. Callable from any thread. */
final class BenefitStore {
  private static final String STAGE = "stage";
  private static final String BATCH = "batch";
  private static final String WHO = "who";
  private static final String TOLD = "told";
  private static final String ENDS = "ends";
  private static final String BY_MADE = "made";
  private static final String MADE = "madeAt";
  private static final int SCHEMA = 1;

  /** How long entries are kept behind their last day: for who asks why they had nothing. */
  static final Duration KEEP = Duration.ofDays(30);

  static final CollectionSpec BATCHES =
      new CollectionSpec(
          "benefit_batches",
          CollectionSpec.Area.LIVE,
          List.of(
              new IndexSpec(STAGE, List.of(STAGE), ENDS),
              new IndexSpec(BY_MADE, List.of(), MADE),
              new IndexSpec(ENDS, List.of(), ENDS)));

  static final CollectionSpec ENTRIES =
      new CollectionSpec(
          "benefits",
          CollectionSpec.Area.LIVE,
          List.of(
              new IndexSpec(BATCH, List.of(BATCH), TOLD),
              new IndexSpec(WHO, List.of(WHO), ENDS),
              new IndexSpec(ENDS, List.of(), ENDS),
              Outbox.INDEX));

  private final Store store;
  private final Outboxes outboxes;

  BenefitStore(Store store, Outboxes outboxes) {
    this.store = store;
    this.outboxes = outboxes;
  }

  private static long ends(BenefitDraft draft) {
    return draft.until().plusDays(1).atStartOfDay(Benefits.ZONE).toInstant().toEpochMilli();
  }

  /** Writes entries that are not there yet; what is there stays. */
  CompletableFuture<Void> insert(List<BenefitEntry> entries, BenefitDraft draft, Instant now) {
    List<Document> documents = new ArrayList<>(entries.size());
    for (BenefitEntry entry : entries)
      documents.add(
          new Document(
              entry.id(), 0, "brought", json(entry, RecordJson.parse("{}"), ends(draft), now)));
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (int from = 0; from < documents.size(); from += Query.MAX_LIMIT) {
      List<Document> some =
          documents.subList(from, Math.min(documents.size(), from + Query.MAX_LIMIT));
      all =
          all.thenCompose(
              _ -> store.insert(ENTRIES.name(), some, Priority.BACKGROUND).thenApply(_ -> null));
    }
    return all;
  }

  private static String json(BenefitEntry entry, ObjectNode onto, long ends, Instant now) {
    ObjectNode node = RecordJson.write(entry, onto, SCHEMA);
    node.put(ENDS, ends);
    if (!node.has("outbox")) OutboxJson.put(node, Outbox.EMPTY, now);
    return node.toString();
  }

  /** The batch as it stands there: this one, unless it was there before. */
  CompletableFuture<BenefitBatch> make(BenefitBatch batch) {
    return Rewrite.of(
        store,
        BATCHES.name(),
        batch.id(),
        "brought",
        Priority.TURN,
        found ->
            found.isPresent()
                ? Rewrite.Change.none(RecordJson.read(found.get(), BenefitBatch.class))
                : new Rewrite.Change<>(json(batch, RecordJson.parse("{}")), batch));
  }

  private static String json(BenefitBatch batch, ObjectNode onto) {
    ObjectNode node = RecordJson.write(batch, onto, SCHEMA);
    node.put(STAGE, lower(batch.state()));
    node.put(MADE, batch.made().toEpochMilli());
    node.put(ENDS, ends(batch.draft()));
    return node.toString();
  }

  /**
   * Changes a batch by compare-and-set.
   *
   * @param by null leaves it as it is
   * @return as it is afterwards; empty when there is none
   */
  CompletableFuture<Optional<BenefitBatch>> change(
      String id, String writeId, Function<BenefitBatch, @Nullable BenefitBatch> by) {
    return Rewrite.of(
        store,
        BATCHES.name(),
        id,
        writeId,
        Priority.TURN,
        found -> {
          if (found.isEmpty()) return Rewrite.Change.none(Optional.empty());
          ObjectNode stored = RecordJson.parse(found.get());
          BenefitBatch before = RecordJson.read(stored, BenefitBatch.class);
          BenefitBatch after = by.apply(before);
          return after == null
              ? Rewrite.Change.none(Optional.of(before))
              : new Rewrite.Change<>(json(after, stored), Optional.of(after));
        });
  }

  CompletableFuture<Optional<BenefitBatch>> batch(String id) {
    return store
        .get(BATCHES.name(), id)
        .thenApply(found -> found.map(d -> RecordJson.read(d.json(), BenefitBatch.class)));
  }

  /** All batches, oldest first. */
  CompletableFuture<List<BenefitBatch>> batches(int most) {
    return batches(new Query(BY_MADE, Map.of(), null, null, null, most));
  }

  /** Those that are approved and have not ended, the first to end first. */
  CompletableFuture<List<BenefitBatch>> running(Instant now, int most) {
    Map<String, Object> approved = Map.of(STAGE, lower(BenefitBatch.State.APPROVED));
    return batches(new Query(STAGE, approved, now.toEpochMilli(), null, null, most));
  }

  private CompletableFuture<List<BenefitBatch>> batches(Query query) {
    return store
        .find(BATCHES.name(), query)
        .thenApply(
            page ->
                page.documents().stream()
                    .map(d -> RecordJson.read(d.json(), BenefitBatch.class))
                    .toList());
  }

  /** Entries of a batch that have been told so far, and no farther. */
  CompletableFuture<List<BenefitEntry>> told(String batch, int told, int most) {
    return store
        .find(
            ENTRIES.name(),
            new Query(BATCH, Map.of(BATCH, batch), (long) told, told + 1L, null, most))
        .thenApply(BenefitStore::entries);
  }

  /** How many there are of them, counted no further than a batch may hold. */
  CompletableFuture<Long> count(String batch, int told) {
    return store.count(
        ENTRIES.name(),
        new Query(BATCH, Map.of(BATCH, batch), (long) told, told + 1L, null, 1),
        Benefits.MOST_RECIPIENTS);
  }

  /** Those of a number, by its pseudonym, that have not ended. */
  CompletableFuture<List<BenefitEntry>> of(String who, Instant now, int most) {
    return store
        .find(
            ENTRIES.name(), new Query(WHO, Map.of(WHO, who), now.toEpochMilli(), null, null, most))
        .thenApply(BenefitStore::entries);
  }

  /** Takes out those of a number, by its pseudonym. */
  CompletableFuture<Void> forget(String who) {
    return store
        .find(ENTRIES.name(), new Query(WHO, Map.of(WHO, who), null, null, null, Query.MAX_LIMIT))
        .thenCompose(
            page -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (Document entry : page.documents())
                all =
                    all.thenCompose(
                            _ ->
                                store.deleteIf(
                                    ENTRIES.name(),
                                    entry.id(),
                                    entry.version(),
                                    Priority.BACKGROUND))
                        .thenApply(_ -> null);
              return all;
            });
  }

  private static List<BenefitEntry> entries(Page page) {
    return page.documents().stream()
        .map(document -> RecordJson.read(document.json(), BenefitEntry.class))
        .toList();
  }

  /**
   * What somebody is told, who may never have written to us.
   *
   * @param digits E.164 without the plus
   */
  record Telling(String person, String digits, Notice notice) {
    @Override
    public String toString() {
      return "Telling[hidden]";
    }
  }

  /**
   * Notes that somebody has been told, with what they are told; once, whoever comes first.
   *
   * @param from how far they had been told
   * @param telling null for nothing
   */
  CompletableFuture<Void> tell(
      BenefitEntry entry, int from, int to, @Nullable Telling telling, Instant now) {
    return Rewrite.of(
            store,
            ENTRIES.name(),
            entry.id(),
            "told " + to,
            Priority.BACKGROUND,
            found -> {
              if (found.isEmpty()) return Rewrite.Change.none(false);
              ObjectNode stored = RecordJson.parse(found.get());
              BenefitEntry before = RecordJson.read(stored, BenefitEntry.class);
              if (before.told() != from) return Rewrite.Change.none(false);
              Outbox outbox = OutboxJson.of(stored);
              if (telling != null)
                outbox =
                    outboxes.introduce(
                        outbox, telling.person(), telling.digits(), telling.notice());
              OutboxJson.put(stored, outbox, now);
              return new Rewrite.Change<>(
                  json(before.told(to), stored, stored.path(ENDS).asLong(), now), telling != null);
            })
        .thenAccept(
            tells -> {
              if (tells) outboxes.wrote(ENTRIES.name(), entry.id());
            });
  }

  /** How long it is kept. */
  static List<Retention> retentions() {
    return List.of(Retention.since(ENTRIES, ENDS, KEEP), Retention.since(BATCHES, ENDS, KEEP));
  }

  /** The day of an instant, where benefits are collected. */
  static LocalDate day(Instant now) {
    return now.atZone(Benefits.ZONE).toLocalDate();
  }
}
