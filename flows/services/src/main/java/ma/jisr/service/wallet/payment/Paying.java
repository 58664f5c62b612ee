package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * From a payer's "yes" to a request that is going to be sent: first the caps are reserved, then the
 * payment is written. Whoever dies in between leaves a reservation that is taken back when the
 * payment expires.
 */
final class Paying {
  private final PaymentStore payments;
  private final References references;
  private final PayerDays days;
  private final Payers payers;
  private final Views views;

  Paying(PaymentStore payments, References references, PayerDays days, Payers payers, Views views) {
    this.payments = payments;
    this.references = references;
    this.days = days;
    this.payers = payers;
    this.views = views;
  }

  CompletableFuture<Begun> pay(
      String key, String person, String reference, Shown shown, Duration settle, Instant now) {
    return of(person, reference)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? not(new Denied(Why.NO_PAYMENT, null))
                    : confirm(found.get(), new Evidence.Confirmed(key, shown, settle), now));
  }

  private CompletableFuture<Begun> confirm(Payment payment, Evidence.Confirmed yes, Instant now) {
    if (payment.state() != State.CREATED) return said(payment, yes.key());
    Terms terms = payment.terms();
    String payer = terms.payer().name();
    return payers
        .get(payer)
        .thenCompose(
            known -> {
              if (known.blocked()) return not(new Denied(Why.BLOCKED, null));
              boolean before = known.payees().contains(terms.payee().name());
              Wish wish =
                  new Wish(
                      payment.id(),
                      yes.shown().channel(),
                      terms.payee().name(),
                      terms.amount(),
                      before,
                      terms.level(),
                      terms.risk());
              return days.reserve(payer, wish, now)
                  .thenCompose(
                      denied -> denied.isPresent() ? not(denied.get()) : write(payment, yes, now));
            });
  }

  private CompletableFuture<Begun> write(Payment payment, Evidence.Confirmed yes, Instant now) {
    return payments
        .apply(payment.id(), yes, now)
        .thenCompose(
            changed -> {
              Payment after = changed.map(PaymentStore.Changed::payment).orElse(payment);
              if (after.consent() != null) return said(after, yes.key());
              // It had expired or been withdrawn: what was reserved for it is free again.
              return days.release(
                      payment.terms().payer().name(), PaymentRules.day(now), payment.id())
                  .thenApply(_ -> new Begun.Over(views.of(after)));
            });
  }

  /** The same "yes" is given the same answer; another is told how things stand. */
  private CompletableFuture<Begun> said(Payment payment, String key) {
    Consent consent = payment.consent();
    boolean same = consent != null && consent.key().equals(key);
    boolean running = consent != null && !payment.state().over();
    View view = views.of(payment);
    return CompletableFuture.completedFuture(
        same || running ? new Begun.Asked(view) : new Begun.Over(view));
  }

  private static CompletableFuture<Begun> not(Denied denied) {
    return CompletableFuture.completedFuture(new Begun.Not(denied.why(), denied.bound()));
  }

  /** Withdraws it, where that is still possible; how it stands then. */
  CompletableFuture<Optional<View>> cancel(String person, String reference, Instant now) {
    return of(person, reference)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : payments
                        .apply(found.get().id(), new Evidence.Cancelled(), now)
                        .thenApply(changed -> changed.map(c -> views.of(c.payment()))));
  }

  /** Somebody's payment of a reference, as they may write it. */
  CompletableFuture<Optional<Payment>> of(String person, String reference) {
    return of(reference)
        .thenApply(found -> found.filter(payment -> payment.terms().person().equals(person)));
  }

  CompletableFuture<Optional<Payment>> of(String reference) {
    Optional<String> read = References.read(reference);
    if (read.isEmpty()) return CompletableFuture.completedFuture(Optional.empty());
    return references
        .payment(read.get())
        .thenCompose(
            id ->
                id.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : payments.get(id.get()));
  }
}
