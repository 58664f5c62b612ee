package ma.jisr.service.wallet.payment;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.base.Msisdn;
import ma.jisr.service.People;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Fee;
import ma.jisr.service.wallet.port.Health;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.wallet.port.Payee;
import ma.jisr.service.wallet.port.SimRisk;
import ma.jisr.service.wallet.port.SimRisk.Risk;
import ma.jisr.service.wallet.port.WalletPort;
import org.jspecify.annotations.Nullable;

/**
 * From what somebody wants to pay to what they are read before they say yes: who pays, who is paid,
 * what speaks against it, what it costs. No money moves.
 */
final class Preparing {
  private final PaymentStore payments;
  private final References references;
  private final PayerDays days;
  private final Payers payers;
  private final Wallets wallets;
  private final Payees payees;
  private final People people;
  private final SimRisk risk;
  private final Orders orders;
  private final CapBook caps;

  Preparing(
      Payments.Ground on,
      PaymentStore payments,
      References references,
      PayerDays days,
      Payers payers,
      Orders orders) {
    this.payments = payments;
    this.references = references;
    this.days = days;
    this.payers = payers;
    this.orders = orders;
    wallets = on.wallets();
    payees = on.payees();
    people = on.people();
    risk = on.risk();
    caps = on.caps();
  }

  /** Whom it goes to, as far as the register or the payer says. */
  private record To(LocalText name, Account account, @Nullable String told) {}

  /** All that is known of it, so far. */
  private record Draft(
      String key,
      Intent intent,
      Msisdn payer,
      Party party,
      To to,
      Party payee,
      WalletPort port,
      Wish wish,
      boolean again,
      Instant now) {
    Draft with(LocalText name) {
      To named = new To(name, to.account(), to.told());
      return new Draft(key, intent, payer, party, named, payee, port, wish, again, now);
    }
  }

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
    return people
        .number(intent.person())
        .thenCompose(
            digits ->
                digits.isEmpty()
                    ? not(Why.NO_WALLET)
                    : whom(key, intent, new Msisdn(digits.get()), now));
  }

  private CompletableFuture<Prepared> whom(String key, Intent intent, Msisdn payer, Instant now) {
    Optional<To> to = to(intent);
    if (to.isEmpty()) return not(Why.PAYEE_UNKNOWN);
    Account account = to.get().account();
    boolean own = payer.digits().equals(to.get().told()) || payer.digits().equals(account.value());
    if (own) return not(Why.SELF);
    Party party = orders.payer(payer);
    Party payee = orders.payee(account);
    return payers
        .get(party.name())
        .thenCompose(
            known ->
                known.blocked()
                    ? not(Why.BLOCKED)
                    : risk.of(payer)
                        .thenCompose(
                            card ->
                                card == Risk.NEW
                                    ? not(Why.SIM_CHANGED)
                                    : where(
                                        key, intent, payer, party, to.get(), payee, known, card,
                                        now)));
  }

  private Optional<To> to(Intent intent) {
    if (intent.kind() == Kind.TRANSFER)
      return Optional.ofNullable(intent.digits())
          .map(digits -> new To(LocalText.same("?"), Account.msisdn(digits), null));
    return payees
        .of(intent.payee())
        .filter(listed -> listed.kind() == intent.kind())
        .map(listed -> new To(listed.name(), listed.account(), listed.told()));
  }

  private CompletableFuture<Prepared> where(
      String key,
      Intent intent,
      Msisdn payer,
      Party party,
      To to,
      Party payee,
      Payer known,
      Risk card,
      Instant now) {
    return wallets
        .of(payer)
        .thenCompose(
            found ->
                switch (found) {
                  case Wallets.Found.Nowhere nowhere -> not(Why.NO_WALLET);
                  case Wallets.Found.Unsure unsure -> not(Why.UNSURE);
                  case Wallets.Found.At at -> {
                    boolean before = known.payees().contains(payee.name());
                    Wish wish =
                        new Wish(
                            key,
                            intent.channel(),
                            payee.name(),
                            intent.amount(),
                            before,
                            at.level(),
                            card);
                    Draft draft =
                        new Draft(
                            key, intent, payer, party, to, payee, at.port(), wish, false, now);
                    yield at.port().capabilities().pushed().contains(intent.kind())
                        ? bounds(draft)
                        : not(Why.HIDDEN);
                  }
                });
  }

  private CompletableFuture<Prepared> bounds(Draft draft) {
    return days.outlook(draft.party().name(), draft.wish(), draft.now())
        .thenCompose(
            outlook -> {
              if (outlook.denied().isPresent()) return not(outlook.denied().get());
              Draft next =
                  new Draft(
                      draft.key(),
                      draft.intent(),
                      draft.payer(),
                      draft.party(),
                      draft.to(),
                      draft.payee(),
                      draft.port(),
                      draft.wish(),
                      outlook.again(),
                      draft.now());
              return next.port()
                  .health()
                  .thenCompose(health -> health == Health.DOWN ? not(Why.DOWN) : named(next));
            });
  }

  private CompletableFuture<Prepared> named(Draft draft) {
    Account account = draft.to().account();
    if (account.type() != Account.Type.MSISDN) return fee(draft);
    return days.look(draft.party().name(), draft.payee().name(), draft.now())
        .thenCompose(
            may ->
                may
                    ? wallets.payee(draft.port(), account).thenCompose(p -> named(draft, p))
                    : not(Why.LOOKUPS));
  }

  private CompletableFuture<Prepared> named(Draft draft, Payee payee) {
    return switch (payee) {
      case Payee.Unavailable no -> not(Why.PAYEE_UNAVAILABLE);
      case Payee.Unregistered no -> not(Why.PAYEE_UNKNOWN);
      case Payee.Unknown no -> not(Why.UNSURE);
      case Payee.Found found ->
          fee(found.name().isEmpty() ? draft : draft.with(LocalText.same(found.name())));
    };
  }

  private CompletableFuture<Prepared> fee(Draft draft) {
    if (!draft.port().capabilities().quotes()) return keep(draft, null);
    Account payer = Account.msisdn(draft.payer().digits());
    Intent intent = draft.intent();
    return draft
        .port()
        .fee(intent.kind(), payer, draft.to().account(), intent.amount())
        .thenCompose(
            fee ->
                switch (fee) {
                  case Fee.Known known -> keep(draft, known.fee());
                  case Fee.Untold untold -> keep(draft, null);
                  case Fee.Refused refused -> not(Why.REFUSED);
                });
  }

  private CompletableFuture<Prepared> keep(Draft draft, @Nullable Money fee) {
    String told = draft.to().told();
    CompletableFuture<Optional<String>> tells =
        told == null
            ? CompletableFuture.completedFuture(Optional.empty())
            : people.of(told, draft.intent().link());
    Instant until = PaymentCollections.keepName(draft.now());
    return tells.thenCompose(
        person ->
            references
                .make(draft.key(), until)
                .thenCompose(
                    reference ->
                        references
                            .correlation(draft.key(), until)
                            .thenCompose(
                                correlation ->
                                    insert(draft, fee, person, reference, correlation))));
  }

  private CompletableFuture<Prepared> insert(
      Draft draft,
      @Nullable Money fee,
      Optional<String> tells,
      String reference,
      UUID correlation) {
    Intent intent = draft.intent();
    Caps now = caps.on(PaymentRules.day(draft.now()));
    boolean own = intent.kind() == Kind.AIRTIME;
    String number = intent.digits() == null ? draft.payer().digits() : intent.digits();
    Terms terms =
        new Terms(
            orders.mark(intent),
            intent.person(),
            intent.channel(),
            draft.port().id(),
            intent.kind(),
            intent.payee(),
            draft.party(),
            draft.payee(),
            orders.seal(own ? number : intent.about()),
            intent.kind() == Kind.SUPPLIER ? intent.about() : "",
            intent.amount(),
            fee,
            draft.to().name(),
            tells.orElse(null),
            draft.again(),
            new Terms.Interchange(now.interchange(), now.version()),
            draft.wish().level(),
            draft.wish().risk(),
            draft.now());
    Payment payment = Payment.of(draft.key(), reference, terms, Exchange.of(correlation));
    return payments
        .insert(payment, draft.now())
        .thenCompose(
            inserted ->
                inserted
                    ? CompletableFuture.completedFuture(new Prepared.Ready(quote(payment)))
                    : prepare(draft.key(), intent, draft.now()));
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

  private static CompletableFuture<Prepared> not(Denied denied) {
    return CompletableFuture.completedFuture(new Prepared.Not(denied.why(), denied.bound()));
  }
}
