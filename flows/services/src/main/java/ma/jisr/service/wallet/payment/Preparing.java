package ma.jisr.service.wallet.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.LocalText;
import ma.jisr.base.Msisdn;
import ma.jisr.service.People;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.wallet.port.SimRisk;
import ma.jisr.service.wallet.port.SimRisk.Risk;

/**
 * From what somebody wants to pay to what they are read before they say yes: who pays, who is paid,
 * what speaks against it, what it costs. No money moves.
 */
final class Preparing {
  private final PaymentStore payments;
  private final Payers payers;
  private final Wallets wallets;
  private final Payees payees;
  private final People people;
  private final SimRisk risk;
  private final Orders orders;
  private final Checks checks;
  private final Drafting drafting;

  Preparing(
      Payments.Ground on,
      PaymentStore payments,
      References references,
      PayerDays days,
      Payers payers,
      Orders orders) {
    this.payments = payments;
    this.payers = payers;
    this.orders = orders;
    wallets = on.wallets();
    payees = on.payees();
    people = on.people();
    risk = on.risk();
    checks = new Checks(days, wallets);
    drafting = new Drafting(payments, references, people, orders, on.caps());
  }

  /** What is known before it is known who has the payer's wallet. */
  private record Meant(String key, Intent intent, Msisdn number, Draft.To to, Instant now) {}

  CompletableFuture<Prepared> prepare(String key, Intent intent, Instant now) {
    return payments
        .get(key)
        .thenCompose(
            found -> found.isPresent() ? again(found.get(), intent) : begin(key, intent, now));
  }

  /** The same call is given the same answer; another under its key is refused. */
  private CompletableFuture<Prepared> again(Payment payment, Intent intent) {
    boolean same =
        payment.terms().person().equals(intent.person())
            && payment.terms().asked().equals(orders.mark(intent));
    if (!same)
      return CompletableFuture.failedFuture(
          new IllegalArgumentException("another payment was prepared under this key"));
    return CompletableFuture.completedFuture(new Prepared.Ready(quote(payment)));
  }

  private CompletableFuture<Prepared> begin(String key, Intent intent, Instant now) {
    Optional<Draft.To> to = to(intent);
    if (to.isEmpty()) return not(Why.PAYEE_UNKNOWN);
    return people
        .number(intent.person())
        .thenCompose(
            digits ->
                digits.isEmpty()
                    ? not(Why.NO_WALLET)
                    : parties(new Meant(key, intent, new Msisdn(digits.get()), to.get(), now)));
  }

  private Optional<Draft.To> to(Intent intent) {
    if (intent.kind() == Kind.TRANSFER)
      return Optional.ofNullable(intent.digits())
          .map(digits -> new Draft.To(LocalText.same("?"), Account.msisdn(digits), null));
    return payees
        .of(intent.payee())
        .filter(listed -> listed.kind() == intent.kind())
        .map(listed -> new Draft.To(listed.name(), listed.account(), listed.told()));
  }

  private CompletableFuture<Prepared> parties(Meant meant) {
    String own = meant.number().digits();
    Draft.To to = meant.to();
    if (own.equals(to.told()) || own.equals(to.account().value())) return not(Why.SELF);
    return payers
        .get(orders.payer(meant.number()).name())
        .thenCompose(payer -> payer.blocked() ? not(Why.BLOCKED) : card(meant, payer));
  }

  private CompletableFuture<Prepared> card(Meant meant, Payer payer) {
    return risk.of(meant.number())
        .thenCompose(card -> card == Risk.NEW ? not(Why.SIM_CHANGED) : wallet(meant, payer, card));
  }

  private CompletableFuture<Prepared> wallet(Meant meant, Payer payer, Risk card) {
    return wallets
        .of(meant.number())
        .thenCompose(
            found ->
                switch (found) {
                  case Wallets.Found.Nowhere nowhere -> not(Why.NO_WALLET);
                  case Wallets.Found.Unsure unsure -> not(Why.UNSURE);
                  case Wallets.Found.At at -> checked(draft(meant, payer, card, at));
                });
  }

  private Draft draft(Meant meant, Payer known, Risk card, Wallets.Found.At at) {
    Intent intent = meant.intent();
    Party payee = orders.payee(meant.to().account());
    boolean before = known.payees().contains(payee.name());
    Wish wish =
        new Wish(
            meant.key(), intent.channel(), payee.name(), intent.amount(), before, at.level(), card);
    return new Draft(
        meant.key(),
        intent,
        meant.number(),
        orders.payer(meant.number()),
        meant.to(),
        payee,
        at.port(),
        wish,
        false,
        null,
        meant.now());
  }

  private CompletableFuture<Prepared> checked(Draft draft) {
    return checks
        .all(draft)
        .thenCompose(
            checked ->
                checked.not() == null
                    ? kept(checked.draft())
                    : CompletableFuture.completedFuture(checked.not()));
  }

  /** Whoever was quicker under the same key is answered with. */
  private CompletableFuture<Prepared> kept(Draft draft) {
    return drafting
        .keep(draft)
        .thenCompose(
            payment ->
                payment.isPresent()
                    ? CompletableFuture.completedFuture(new Prepared.Ready(quote(payment.get())))
                    : prepare(draft.key(), draft.intent(), draft.now()));
  }

  private Quote quote(Payment payment) {
    Terms terms = payment.terms();
    return new Quote(
        payment.reference(),
        terms.name(),
        terms.amount(),
        terms.fee(),
        wallets.name(terms.provider()),
        terms.again());
  }

  private static CompletableFuture<Prepared> not(Why why) {
    return CompletableFuture.completedFuture(new Prepared.Not(why, null));
  }
}
