package ma.jisr.service.wallet.payment;

import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;

/**
 * What follows from a payment's end in other documents: its reservation is free again or counts,
 * its payee is known. All of it may be repeated.
 */
final class Settling {
  private final References references;
  private final PayerDays days;
  private final Payers payers;

  Settling(References references, PayerDays days, Payers payers) {
    this.references = references;
    this.days = days;
    this.payers = payers;
  }

  CompletableFuture<Void> settle(Payment payment) {
    String payer = payment.terms().payer().name();
    Consent consent = payment.consent();
    if (consent == null) return unconfirmed(payer, payment);
    if (payment.state().unpaid()) return days.release(payer, consent.day(), payment.id());
    CompletableFuture<Void> ended = days.end(payer, consent.day(), payment.id());
    if (payment.state() != State.COMPLETED) return ended;
    String payee = payment.terms().payee().name();
    String provider = payment.terms().provider();
    return ended
        .thenCompose(
            _ ->
                payers.change(
                    payer, "paid:" + payment.id(), known -> known.paying(payee, provider)))
        .thenApply(_ -> null);
  }

  /** Whoever took the "yes" may have died between the reservation and the payment. */
  private CompletableFuture<Void> unconfirmed(String payer, Payment payment) {
    LocalDate first = PaymentRules.day(payment.terms().made());
    LocalDate last = PaymentRules.day(payment.since());
    CompletableFuture<Void> freed = days.release(payer, first, payment.id());
    if (!first.equals(last))
      freed = freed.thenCompose(_ -> days.release(payer, last, payment.id()));
    return freed.thenCompose(_ -> references.shorten(payment, PaymentCollections.keep(payment)));
  }
}
