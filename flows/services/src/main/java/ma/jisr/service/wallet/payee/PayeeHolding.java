package ma.jisr.service.wallet.payee;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.Held;
import ma.jisr.service.Holding;
import ma.jisr.service.Whose;

/**
 * Somebody's number as that of who is told of payments to a shop. Once they are erased nobody is
 * told, until an operator names somebody else; the payee stays. Known are the payees that are not
 * retired.
 */
final class PayeeHolding implements Holding {
  private final Payees payees;

  PayeeHolding(Payees payees) {
    this.payees = payees;
  }

  @Override
  public String name() {
    return "payees";
  }

  private List<PayeeEntry> told(String name) {
    return payees.book().all().stream()
        .filter(
            payee -> {
              SealedPhone phone = payee.phone();
              return phone != null && phone.name().equals(name);
            })
        .toList();
  }

  @Override
  public CompletableFuture<List<Held>> held(Whose who) {
    int n = 0;
    for (String digits : who.numbers()) n += told(SealedPhone.name(digits, payees.vault())).size();
    return CompletableFuture.completedFuture(
        n == 0
            ? List.of()
            : List.of(new Held("payee", "payee_why", Math.min(n, Held.MOST), "until_removed")));
  }

  @Override
  public CompletableFuture<Void> erase(Whose who, Instant now) {
    CompletableFuture<?> all = CompletableFuture.completedFuture(null);
    for (String digits : who.numbers()) {
      String name = SealedPhone.name(digits, payees.vault());
      for (PayeeEntry payee : told(name))
        all = all.thenCompose(_ -> payees.desk().forget(payee.id(), name, now));
    }
    return all.thenApply(_ -> null);
  }
}
