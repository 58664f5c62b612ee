package ma.jisr.service.wallet.payment;

/** Payments as their payers may see them. */
final class Views {
  private final Wallets wallets;

  Views(Wallets wallets) {
    this.wallets = wallets;
  }

  View of(Payment payment) {
    Terms terms = payment.terms();
    return new View(
        payment.reference(),
        terms.kind(),
        payment.state(),
        terms.name(),
        terms.amount(),
        terms.fee(),
        wallets.name(terms.provider()),
        payment.exchange().receipt(),
        payment.since(),
        payment.fault());
  }
}
