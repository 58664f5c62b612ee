package ma.jisr.service.wallet.claim;

import static ma.jisr.map.ledger.JsonFields.lower;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.outbox.OutboxJson;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.outbox.RecordJson;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Retention;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/** The documents of claims, each by its number. Callable from any thread. */
final class ClaimStore {
  private static final String STAGE = "stage";
  private static final String PERSON = "person";
  private static final String DUE = "dueAt";
  private static final String OPENED = "openedAt";
  private static final int SCHEMA = 1;

  /** Claims of one person taken at once. */
  private static final int PAGE = 100;

  /** How long an answer may be taken further before it is closed. */
  static final Duration CLOSE = Duration.ofDays(90);

  /** How long claims are kept, as payments are: ten years. */
  static final Duration KEEP = Duration.ofDays(10 * 366);

  static final CollectionSpec SPEC =
      new CollectionSpec(
          "claims",
          CollectionSpec.Area.LIVE,
          List.of(
              new IndexSpec(STAGE, List.of(STAGE), OPENED),
              new IndexSpec(PERSON, List.of(PERSON), OPENED),
              new IndexSpec("due", List.of(), DUE),
              new IndexSpec("opened", List.of(), OPENED),
              Outbox.INDEX));

  private final Store store;
  private final Outboxes outboxes;

  ClaimStore(Store store, Outboxes outboxes) {
    this.store = store;
    this.outboxes = outboxes;
  }

  /** A changed claim, and what its person is told with it; "" for nothing. */
  record Changed(Claim claim, String message) {}

  /** Inserts it; false when there is one of its number. */
  CompletableFuture<Boolean> insert(Claim claim) {
    String json = json(claim, Outbox.EMPTY, RecordJson.parse("{}"), claim.opened());
    return store
        .insert(SPEC.name(), List.of(new Document(claim.number(), 0, "open", json)), Priority.TURN)
        .thenApply(outcomes -> outcomes.getFirst() == Outcome.INSERTED);
  }

  CompletableFuture<Optional<Claim>> get(String number) {
    return store.get(SPEC.name(), number).thenApply(found -> found.map(ClaimStore::read));
  }

  /**
   * Changes a claim by compare-and-set.
   *
   * @param by pure; null leaves it as it is
   * @return as it is afterwards; empty when there is none of this number
   */
  CompletableFuture<Optional<Claim>> change(
      String number, String writeId, Instant now, Function<Claim, @Nullable Changed> by) {
    return Rewrite.of(
            store,
            SPEC.name(),
            number,
            writeId,
            Priority.TURN,
            found -> found.map(json -> changed(json, now, by)).orElse(NONE))
        .thenApply(
            written -> {
              if (written.tells()) outboxes.wrote(SPEC.name(), number);
              return Optional.ofNullable(written.claim());
            });
  }

  private record Written(@Nullable Claim claim, boolean tells) {}

  private static final Rewrite.Change<Written> NONE = Rewrite.Change.none(new Written(null, false));

  private static Rewrite.Change<Written> changed(
      String json, Instant now, Function<Claim, @Nullable Changed> by) {
    ObjectNode stored = RecordJson.parse(json);
    Claim before = RecordJson.read(stored, Claim.class);
    Changed next = by.apply(before);
    if (next == null) return Rewrite.Change.none(new Written(before, false));
    Outbox outbox = OutboxJson.of(stored);
    Claim after = next.claim();
    if (!next.message().isEmpty() && !after.person().isEmpty())
      outbox = outbox.send(after.person(), ClaimNotices.of(next.message(), after, now));
    return new Rewrite.Change<>(
        json(after, outbox, stored, now), new Written(after, !outbox.rows().isEmpty()));
  }

  private static String json(Claim claim, Outbox outbox, ObjectNode onto, Instant now) {
    ObjectNode node = RecordJson.write(claim, onto, SCHEMA);
    node.put(STAGE, lower(claim.state()));
    node.put(OPENED, claim.opened().toEpochMilli());
    Instant due = claim.due();
    if (due == null) node.remove(DUE);
    else node.put(DUE, due.toEpochMilli());
    OutboxJson.put(node, outbox, now);
    return node.toString();
  }

  private static Claim read(Document document) {
    return RecordJson.read(document.json(), Claim.class);
  }

  /** Those of a state, longest open first. */
  CompletableFuture<List<Claim>> in(Claim.State state, int most) {
    return find(new Query(STAGE, Map.of(STAGE, lower(state)), null, null, null, most));
  }

  /** Somebody's, oldest first. */
  CompletableFuture<List<Claim>> of(String person, int most) {
    return find(new Query(PERSON, Map.of(PERSON, person), null, null, null, most));
  }

  /** Somebody's are nobody's from now on, and tell nobody anything more; some at a time. */
  CompletableFuture<Void> forget(String person, Instant now) {
    return of(person, PAGE)
        .thenCompose(
            some -> {
              CompletableFuture<?> all = CompletableFuture.completedFuture(null);
              for (Claim one : some) all = all.thenCompose(_ -> forget(one, now));
              return some.size() < PAGE
                  ? all.thenApply(_ -> null)
                  : all.thenCompose(_ -> forget(person, now));
            });
  }

  private CompletableFuture<Boolean> forget(Claim claim, Instant now) {
    return Rewrite.of(
        store,
        SPEC.name(),
        claim.number(),
        "erased",
        Priority.BACKGROUND,
        found -> {
          if (found.isEmpty()) return Rewrite.Change.none(false);
          ObjectNode stored = RecordJson.parse(found.get());
          Claim nobodys = RecordJson.read(stored, Claim.class).nobodys();
          return new Rewrite.Change<>(json(nobodys, Outbox.EMPTY, stored, now), true);
        });
  }

  /** Those that must be looked at, longest due first. */
  CompletableFuture<List<Claim>> due(Instant now, int most) {
    return find(new Query("due", Map.of(), null, now.toEpochMilli() + 1, null, most));
  }

  private CompletableFuture<List<Claim>> find(Query query) {
    return store
        .find(SPEC.name(), query)
        .thenApply(page -> page.documents().stream().map(ClaimStore::read).toList());
  }

  static Retention retention() {
    return Retention.since(SPEC, "opened", KEEP);
  }
}
