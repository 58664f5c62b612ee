package ma.jisr.service.wallet.payment;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.People;
import ma.jisr.service.wallet.port.Kind;

/** From a draft to a payment in the store: its names first, so that whoever has one finds it. */
final class Drafting {
  private final PaymentStore payments;
  private final References references;
  private final People people;
  private final Orders orders;
  private final CapBook caps;

  Drafting(
      PaymentStore payments, References references, People people, Orders orders, CapBook caps) {
    this.payments = payments;
    this.references = references;
    this.people = people;
    this.orders = orders;
    this.caps = caps;
  }

  /** The payment; empty when there is one of its key by now. */
  CompletableFuture<Optional<Payment>> keep(Draft draft) {
    var until = PaymentCollections.keepName(draft.now());
    return tells(draft)
        .thenCompose(
            person ->
                references
                    .make(draft.key(), until)
                    .thenCompose(
                        reference ->
                            references
                                .correlation(draft.key(), until)
                                .thenCompose(c -> insert(draft, person, reference, c))));
  }

  /** The id of whoever is told of it. */
  private CompletableFuture<Optional<String>> tells(Draft draft) {
    String told = draft.to().told();
    return told == null
        ? CompletableFuture.completedFuture(Optional.empty())
        : people.of(told, draft.intent().link());
  }

  private CompletableFuture<Optional<Payment>> insert(
      Draft draft, Optional<String> tells, String reference, UUID correlation) {
    Payment payment =
        Payment.of(draft.key(), reference, terms(draft, tells), Exchange.of(correlation));
    return payments
        .insert(payment, draft.now())
        .thenApply(inserted -> inserted ? Optional.of(payment) : Optional.empty());
  }

  private Terms terms(Draft draft, Optional<String> tells) {
    Intent intent = draft.intent();
    Caps holding = caps.on(PaymentRules.day(draft.now()));
    return new Terms(
        orders.mark(intent),
        intent.person(),
        intent.channel(),
        draft.port().id(),
        intent.kind(),
        intent.payee(),
        draft.payer(),
        draft.payee(),
        orders.seal(about(draft)),
        intent.kind() == Kind.SUPPLIER ? intent.about() : "",
        intent.amount(),
        draft.fee(),
        draft.to().name(),
        tells.orElse(null),
        draft.again(),
        new Terms.Interchange(holding.interchange(), holding.version()),
        draft.wish().level(),
        draft.wish().risk(),
        draft.now());
  }

  private static String about(Draft draft) {
    Intent intent = draft.intent();
    if (intent.kind() != Kind.AIRTIME) return intent.about();
    String other = intent.digits();
    return other == null ? draft.number().digits() : other;
  }
}
