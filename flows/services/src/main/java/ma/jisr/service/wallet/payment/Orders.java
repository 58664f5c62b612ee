package ma.jisr.service.wallet.payment;

import java.util.Optional;
import ma.jisr.base.Msisdn;
import ma.jisr.base.Vault;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Order;

/** Payments as their providers are sent them: the only place where numbers are unsealed. */
final class Orders {
  private final Vault vault;

  Orders(Vault vault) {
    this.vault = vault;
  }

  Party payer(Msisdn number) {
    return new Party(NumberTable.name(vault, number), seal(Account.msisdn(number.digits())));
  }

  /** What stands for a number that pays. */
  String name(String digits) {
    return NumberTable.name(vault, new Msisdn(digits));
  }

  Party payee(Account account) {
    String name =
        account.type() == Account.Type.MSISDN
            ? NumberTable.name(vault, new Msisdn(account.value()))
            : vault.pseudonym("wallet", account.type() + ":" + account.value());
    return new Party(name, seal(account));
  }

  String seal(String about) {
    return about.isEmpty() ? "" : vault.seal(about);
  }

  /** Tells one intent from another, and neither to anybody. */
  String mark(Intent intent) {
    return vault.pseudonym(
        "intent",
        String.join(
            "\n",
            intent.kind().name(),
            intent.payee(),
            intent.digits() == null ? "" : intent.digits(),
            intent.about(),
            Long.toString(intent.amount().centimes())));
  }

  private String seal(Account account) {
    return vault.seal(account.type() + ":" + account.value());
  }

  /** The order of the exchange that is under way; empty where it cannot be unsealed. */
  Optional<Order> of(Payment payment) {
    Terms terms = payment.terms();
    Consent consent = payment.consent();
    Optional<Account> payer = account(terms.payer());
    Optional<Account> payee = account(terms.payee());
    Optional<String> about = terms.about().isEmpty() ? Optional.of("") : vault.open(terms.about());
    if (consent == null || payer.isEmpty() || payee.isEmpty() || about.isEmpty())
      return Optional.empty();
    return Optional.of(
        new Order(
            payment.active().correlation(),
            payment.reference(),
            terms.kind(),
            payer.get(),
            payee.get(),
            about.get(),
            terms.amount(),
            consent.at()));
  }

  /** The number that pays; empty where it cannot be unsealed. */
  Optional<Msisdn> payer(Payment payment) {
    return account(payment.terms().payer()).map(account -> new Msisdn(account.value()));
  }

  private Optional<Account> account(Party party) {
    Optional<String> opened = vault.open(party.sealed());
    if (opened.isEmpty()) return Optional.empty();
    int colon = opened.get().indexOf(':');
    return Optional.of(
        new Account(
            Account.Type.valueOf(opened.get().substring(0, colon)),
            opened.get().substring(colon + 1)));
  }
}
