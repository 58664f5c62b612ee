package ma.jisr.service.wallet.payment;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.store.Document;
import ma.jisr.store.Query;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * What merchants and suppliers were paid: payments that stand as paid, by the day on which that was
 * known. Callable from any thread.
 */
public final class SalesBook {
  private final Store store;

  public SalesBook(Store store) {
    this.store = store;
  }

  /** Whether somebody has sold something by it: paid, and not given back. */
  static boolean isSale(Payment payment) {
    Kind kind = payment.terms().kind();
    return payment.state() == State.COMPLETED && (kind == Kind.MERCHANT || kind == Kind.SUPPLIER);
  }

  /** The sales of a day of Morocco's, by the payee's code. */
  public CompletableFuture<Map<String, Sales>> of(LocalDate day) {
    return add(day, null, new TreeMap<>());
  }

  private CompletableFuture<Map<String, Sales>> add(
      LocalDate day, @Nullable String after, Map<String, Sales> all) {
    Query query =
        new Query(
            PaymentStore.BY_SOLD,
            Map.of(),
            PaymentRules.begin(day).toEpochMilli(),
            PaymentRules.begin(day.plusDays(1)).toEpochMilli(),
            after,
            Query.MAX_LIMIT);
    return store
        .find(PaymentStore.SPEC.name(), query)
        .thenCompose(
            page -> {
              for (Document document : page.documents()) {
                Terms terms = PaymentJson.payment(document.json()).terms();
                all.merge(
                    terms.code(),
                    new Sales(1, terms.amount()),
                    (before, one) -> before.with(one.sum()));
              }
              return page.next() == null
                  ? CompletableFuture.completedFuture(all)
                  : add(day, page.next(), all);
            });
  }
}
