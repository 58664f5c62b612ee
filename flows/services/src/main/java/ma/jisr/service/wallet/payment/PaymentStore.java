package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import ma.jisr.service.outbox.Outbox;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.outbox.Relay;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/** The documents of payments. Callable from any thread. */
final class PaymentStore {
  static final String BY_KEEP = "keep";
  static final String BY_SOLD = "sold";
  private static final String BY_DUE = "due";
  private static final String BY_UNCOPIED = "uncopied";
  private static final String BY_PERSON = "person";
  private static final String BY_TRANSACTION = "transaction";
  private static final String BY_REVIEW = "review";

  static final CollectionSpec SPEC =
      new CollectionSpec(
          "payments",
          CollectionSpec.Area.LIVE,
          List.of(
              new IndexSpec(BY_DUE, List.of(), PaymentJson.DUE),
              new IndexSpec(BY_UNCOPIED, List.of(), PaymentJson.UNCOPIED),
              new IndexSpec(BY_PERSON, List.of(PaymentJson.PERSON), PaymentJson.NEWEST),
              new IndexSpec(BY_TRANSACTION, List.of(PaymentJson.TRANSACTION), PaymentJson.NEWEST),
              new IndexSpec(BY_REVIEW, List.of(), PaymentJson.REVIEW),
              new IndexSpec(BY_SOLD, List.of(), PaymentJson.SOLD),
              new IndexSpec(BY_KEEP, List.of(), PaymentJson.KEEP),
              Outbox.INDEX));

  private final Store store;
  private final Outboxes outboxes;
  private final String node;
  private final AtomicLong writes = new AtomicLong();

  /**
   * @param node unlike every other's, each time it starts: whose write it was is told by it
   */
  PaymentStore(Store store, Outboxes outboxes, String node) {
    this.store = store;
    this.outboxes = outboxes;
    this.node = node;
  }

  /** What a change came to. */
  record Changed(Payment payment, boolean changed) {}

  /** Inserts it; false when there is one of its id. */
  CompletableFuture<Boolean> insert(Payment payment, Instant now) {
    String json = PaymentJson.payment(payment, "{}", now);
    Document document = new Document(payment.id(), 0, writeId(), json);
    return store
        .insert(SPEC.name(), List.of(document), Priority.TURN)
        .thenApply(outcomes -> outcomes.getFirst() == Outcome.INSERTED);
  }

  CompletableFuture<Optional<Payment>> get(String id) {
    return store
        .get(SPEC.name(), id)
        .thenApply(found -> found.map(document -> PaymentJson.payment(document.json())));
  }

  /** Applies evidence by compare-and-set; empty when there is no such payment. */
  CompletableFuture<Optional<Changed>> apply(String id, Evidence evidence, Instant now) {
    return change(id, now, Priority.TURN, payment -> Machine.apply(payment, evidence, now));
  }

  /**
   * Changes a payment by compare-and-set.
   *
   * @param by pure; may be asked several times, of what others have made of it meanwhile
   */
  CompletableFuture<Optional<Changed>> change(
      String id, Instant now, Priority priority, UnaryOperator<Payment> by) {
    return Rewrite.of(
            store,
            SPEC.name(),
            id,
            writeId(),
            priority,
            found -> found.map(json -> changed(json, now, by)).orElse(NONE))
        .thenApply(
            written -> {
              if (written.tells()) outboxes.wrote(SPEC.name(), id);
              return Optional.ofNullable(written.changed());
            });
  }

  private record Written(@Nullable Changed changed, boolean tells) {}

  private static final Rewrite.Change<Written> NONE = Rewrite.Change.none(new Written(null, false));

  private static Rewrite.Change<Written> changed(
      String json, Instant now, UnaryOperator<Payment> by) {
    Payment before = PaymentJson.payment(json);
    Payment after = by.apply(before);
    if (after.equals(before))
      return Rewrite.Change.none(new Written(new Changed(before, false), false));
    return new Rewrite.Change<>(
        PaymentJson.payment(after, json, now),
        new Written(new Changed(after, true), !after.outbox().rows().isEmpty()));
  }

  private String writeId() {
    return node + ':' + writes.incrementAndGet();
  }

  /** Those for which something must be done, longest due first. */
  CompletableFuture<List<Payment>> due(Instant now, int most) {
    return find(new Query(BY_DUE, Map.of(), null, now.toEpochMilli() + 1, null, most));
  }

  /** Those that will be due, soonest first. */
  CompletableFuture<List<Payment>> coming(int most) {
    return find(new Query(BY_DUE, Map.of(), null, null, null, most));
  }

  /** Those whose journals have waited to be copied out since before an instant. */
  CompletableFuture<List<Payment>> uncopied(Instant before, int most) {
    return find(new Query(BY_UNCOPIED, Map.of(), null, before.toEpochMilli(), null, most));
  }

  /** Somebody's, newest first. */
  CompletableFuture<List<Payment>> of(String person, int most) {
    Map<String, Object> theirs = Map.of(PaymentJson.PERSON, person);
    return find(new Query(BY_PERSON, theirs, null, null, null, most));
  }

  /** Those of a provider's reference: one, if all is well. */
  CompletableFuture<List<Payment>> ofTransaction(String transaction) {
    Map<String, Object> equal = Map.of(PaymentJson.TRANSACTION, transaction);
    return find(new Query(BY_TRANSACTION, equal, null, null, null, 2));
  }

  /** Notes of somebody's last payments that the last message about them has not come. */
  CompletableFuture<Void> unreached(String person, Predicate<String> of, int most, Instant now) {
    return of(person, most)
        .thenCompose(
            found -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (Payment payment : found) {
                long row = payment.outbox().next() - 1;
                String last = Relay.key(SPEC.name(), payment.id(), row);
                if (row >= 0 && !payment.unreached() && of.test(last))
                  all =
                      all.thenCompose(_ -> apply(payment.id(), new Evidence.Unreached(), now))
                          .thenApply(_ -> null);
              }
              return all;
            });
  }

  /**
   * Destroys what is sealed of somebody's payments.
   *
   * @return failed while one of them is under way: it is ended first
   */
  CompletableFuture<Void> blind(String person, int page, Instant now) {
    return blind(
        new Query(BY_PERSON, Map.of(PaymentJson.PERSON, person), null, null, null, page), now);
  }

  private CompletableFuture<Void> blind(Query query, Instant now) {
    return store
        .find(SPEC.name(), query)
        .thenCompose(
            found -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (Document document : found.documents()) {
                Payment payment = PaymentJson.payment(document.json());
                if (payment.open())
                  return CompletableFuture.failedFuture(
                      new IllegalStateException("a payment is under way"));
                all =
                    all.thenCompose(
                            _ -> change(payment.id(), now, Priority.BACKGROUND, Payment::blind))
                        .thenApply(_ -> null);
              }
              String next = found.next();
              return next == null
                  ? all
                  : all.thenCompose(
                      _ ->
                          blind(
                              new Query(
                                  query.index(), query.equal(), null, null, next, query.limit()),
                              now));
            });
  }

  /** Those at which people must look, longest waiting first. */
  CompletableFuture<List<Payment>> inReview(int most) {
    return find(new Query(BY_REVIEW, Map.of(), null, null, null, most));
  }

  /** The first that was confirmed: those that were not are kept for less than a year. */
  CompletableFuture<Optional<Payment>> firstConfirmed(Instant now) {
    long year = now.plus(Duration.ofDays(365)).toEpochMilli();
    return find(new Query(BY_KEEP, Map.of(), year, null, null, 1))
        .thenApply(found -> found.stream().findFirst());
  }

  private CompletableFuture<List<Payment>> find(Query query) {
    return store
        .find(SPEC.name(), query)
        .thenApply(
            page ->
                page.documents().stream()
                    .map(document -> PaymentJson.payment(document.json()))
                    .toList());
  }
}
