package ma.jisr.service.wallet.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.wallet.port.WalletPort;

/**
 * From an accepted claim to a reversal that is going to be sent, under a correlation of its own.
 */
final class GivingBack {
  private final PaymentStore payments;
  private final References references;
  private final Paying paying;
  private final Wallets wallets;
  private final Views views;

  GivingBack(
      PaymentStore payments, References references, Paying paying, Wallets wallets, Views views) {
    this.payments = payments;
    this.references = references;
    this.paying = paying;
    this.wallets = wallets;
    this.views = views;
  }

  CompletableFuture<Reversing> giveBack(
      String key, String reference, String claim, String by, Instant now) {
    return paying
        .of(reference)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(new Reversing.NoPayment())
                    : giveBack(found.get(), key, claim, by, now));
  }

  private CompletableFuture<Reversing> giveBack(
      Payment payment, String key, String claim, String by, Instant now) {
    Reversal before = payment.reversal();
    boolean asked = before != null && before.key().equals(key);
    boolean may = payment.state() == State.COMPLETED || payment.state() == State.REVERSAL_FAILED;
    if (asked || !may) return CompletableFuture.completedFuture(reversing(payment));
    Optional<WalletPort> port = wallets.port(payment.terms().provider());
    boolean offered = port.isPresent() && port.get().capabilities().reverses();
    if (!offered)
      return CompletableFuture.completedFuture(new Reversing.NotOffered(views.of(payment)));
    // Tied before anybody can be told of it: whoever dies here leaves a name that nothing bears.
    return references
        .correlation(payment.id(), PaymentCollections.keepName(payment.terms().made()))
        .thenCompose(
            correlation ->
                payments.apply(
                    payment.id(), new Evidence.GiveBack(key, claim, by, correlation), now))
        .thenApply(
            changed -> reversing(changed.map(PaymentStore.Changed::payment).orElse(payment)));
  }

  private Reversing reversing(Payment payment) {
    return payment.reversal() == null
        ? new Reversing.NotPaid(views.of(payment))
        : new Reversing.Asked(views.of(payment));
  }
}
