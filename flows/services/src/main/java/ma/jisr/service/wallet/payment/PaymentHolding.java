package ma.jisr.service.wallet.payment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;

/**
 * What somebody has paid. Laws on accounts have payments kept ten years: they stay, with their
 * journals, under pseudonyms; their sealed numbers are destroyed. What is under way is waited for.
 */
final class PaymentHolding implements Holding {
  /** Most payments taken at once; those that are done leave the others to the next. */
  private static final int PAGE = 200;

  private final PaymentStore payments;
  private final Payers payers;
  private final Orders orders;

  PaymentHolding(PaymentStore payments, Payers payers, Orders orders) {
    this.payments = payments;
    this.payers = payers;
    this.orders = orders;
  }

  @Override
  public String name() {
    return "payments";
  }

  @Override
  public CompletableFuture<List<Held>> held(Whose who) {
    return payments
        .of(who.person(), Held.MOST)
        .thenApply(
            found ->
                found.isEmpty()
                    ? List.of()
                    : List.of(new Held("payments", "payments_why", found.size(), "ten_years")));
  }

  @Override
  public CompletableFuture<List<Map<String, String>>> copy(Whose who) {
    return payments
        .of(who.person(), Held.MOST)
        .thenApply(
            found ->
                found.stream()
                    .map(
                        payment ->
                            Map.of(
                                "reference", payment.reference(),
                                "state", payment.state().name(),
                                "centimes", Long.toString(payment.terms().amount().centimes()),
                                "made", payment.terms().made().toString()))
                    .toList());
  }

  @Override
  public CompletableFuture<Void> erase(Whose who, Instant now) {
    CompletableFuture<Void> all = payments.blind(who.person(), PAGE, now);
    for (String digits : who.numbers())
      all = all.thenCompose(_ -> payers.forget(orders.name(digits)));
    return all;
  }
}
