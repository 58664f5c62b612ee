package ma.jisr.service.wallet.payment;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Document;
import ma.jisr.store.Outcome;
import ma.jisr.store.Page;
import ma.jisr.store.Priority;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import ma.jisr.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * The journals of all payments that were confirmed, line by line in a collection that is only added
 * to: a line's id is its payment's and its number, so that copying it twice is copying it once.
 * Callable from any thread.
 */
final class Copies {
  /** How long lines wait: most of a payment's are copied together. */
  static final Duration WAIT = Duration.ofSeconds(10);

  private static final String BY_DAY = "day";
  private static final String DAY = "day";
  private static final String PLACE = "place";

  /** Digits of a line's number in its id, so that the order of texts is that of numbers. */
  private static final int DIGITS = 5;

  static final CollectionSpec SPEC =
      new CollectionSpec(
          "payment_journal",
          CollectionSpec.Area.BULK,
          List.of(new IndexSpec(BY_DAY, List.of(DAY), PLACE)));

  private final Store store;
  private final PaymentStore payments;

  Copies(Store store, PaymentStore payments) {
    this.store = store;
    this.payments = payments;
  }

  /**
   * A line that was copied out.
   *
   * @param payment whose it is
   */
  record Copy(String payment, Entry entry) {}

  /** Copies out what has waited long enough; how many payments had something. */
  CompletableFuture<Integer> look(Instant now, int most) {
    return payments
        .uncopied(now.minus(WAIT), most)
        .thenCompose(
            found -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (Payment payment : found) all = all.thenCompose(_ -> copy(payment, now));
              return all.thenApply(_ -> found.size());
            });
  }

  private CompletableFuture<Void> copy(Payment payment, Instant now) {
    List<Document> lines = new ArrayList<>();
    for (Entry entry : payment.journal().uncopied()) lines.add(document(payment.id(), entry));
    if (lines.isEmpty()) return CompletableFuture.completedFuture(null);
    int upTo = payment.journal().entries().size();
    return store
        .insert(SPEC.name(), lines, Priority.BACKGROUND)
        .thenCompose(
            outcomes -> {
              if (outcomes.contains(Outcome.UNKNOWN))
                return CompletableFuture.failedFuture(
                    new StoreException(StoreException.Kind.UNREACHABLE, "lines may be missing"));
              return payments.change(
                  payment.id(),
                  now,
                  Priority.BACKGROUND,
                  current -> Machine.apply(current, new Evidence.Copied(upTo), now));
            })
        .thenApply(_ -> null);
  }

  private static Document document(String payment, Entry entry) {
    String id = id(payment, entry.seq());
    ObjectNode node = PaymentJson.write(new Copy(payment, entry), "{}");
    node.put(DAY, PaymentRules.day(entry.at()).toString()).put(PLACE, id);
    return new Document(id, 0, "copy", node.toString());
  }

  static String id(String payment, long seq) {
    String digits = Long.toString(seq);
    return payment + ':' + "0".repeat(Math.max(0, DIGITS - digits.length())) + digits;
  }

  /** The lines of a day, in the order of their ids. */
  CompletableFuture<Page> of(LocalDate day, @Nullable String after) {
    Map<String, Object> equal = Map.of(DAY, day.toString());
    return store.find(SPEC.name(), new Query(BY_DAY, equal, null, null, after, Query.MAX_LIMIT));
  }

  /** All lines by id, behind one. */
  CompletableFuture<List<Document>> scan(String after) {
    return store.scan(SPEC.name(), after, Query.MAX_LIMIT);
  }

  static Copy read(Document document) {
    return PaymentJson.read(document.json(), Copy.class);
  }
}
