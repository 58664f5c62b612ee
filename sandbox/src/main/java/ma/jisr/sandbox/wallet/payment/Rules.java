package ma.jisr.sandbox.wallet.payment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.jisr.sandbox.wallet.account.Accounts;
import ma.jisr.sandbox.wallet.account.Bills;
import ma.jisr.sandbox.wallet.account.Holder;
import ma.jisr.sandbox.wallet.account.Organisation;
import ma.jisr.sandbox.wallet.account.Wallet;
import ma.jisr.sandbox.wallet.payment.Payment.Deal;

/** What the provider looks at before it takes a payment, apart from the money itself. */
final class Rules {
  /** Days of limits begin at midnight in Morocco. */
  private static final ZoneId MOROCCO = ZoneId.of("Africa/Casablanca");

  /** The type by which organisations pay, benefits for example. */
  private static final String PAYS_OUT = "disbursement";

  private static final Set<String> TYPES = Set.of("transfer", "merchantpay", "billpay", PAYS_OUT);

  private final Accounts accounts;
  private final Bills bills;
  private final Tariff tariff;

  Rules(Accounts accounts, Bills bills, Tariff tariff) {
    this.accounts = accounts;
    this.bills = bills;
    this.tariff = tariff;
  }

  static LocalDate day(Instant at) {
    return at.atZone(MOROCCO).toLocalDate();
  }

  /** Who pays whom; empty when one of them is not known. */
  Optional<Deal> deal(Order order) {
    Optional<Holder> payer = accounts.find(order.payer());
    Optional<Holder> payee = accounts.find(order.payee());
    if (payer.isEmpty() || payee.isEmpty()) {
      return Optional.empty();
    }
    boolean elsewhere = order.door() != null && order.door() != payer.get().issuer();
    return elsewhere
        ? Optional.empty()
        : Optional.of(
            new Deal(payer.get(), payee.get(), tariff.fee(order.type(), payer.get(), payee.get())));
  }

  /** What is wrong with it, if anything. */
  Optional<Problem> against(Order order, Deal deal, Instant now) {
    if (!TYPES.contains(order.type())) {
      return Optional.of(Problem.rule("transactionTypeError", "no such type is taken here"));
    }
    // Nobody is asked for an organisation's PIN: it pays out, and is not asked to pay.
    if (deal.payer() instanceof Organisation != order.type().equals(PAYS_OUT)) {
      return Optional.of(Problem.rule("transactionTypeError", "not from such an account"));
    }
    if (deal.payer().book().equals(deal.payee().book())) {
      return Optional.of(Problem.rule("samePartiesError", "payer and payee are the same"));
    }
    if (!deal.payer().available()) {
      return Optional.of(
          new Problem(
              401, "authorisation", "requestingPartyAuthorisationError", "the payer is locked"));
    }
    if (!deal.payee().available()) {
      return Optional.of(Problem.rule("incorrectState", "the payee takes nothing now"));
    }
    return deal.payer() instanceof Wallet wallet
        ? limits(order.centimes(), wallet, day(now))
        : Optional.empty();
  }

  private static Optional<Problem> limits(long centimes, Wallet payer, LocalDate today) {
    if (centimes > payer.level().most()) {
      return Optional.of(
          Problem.rule("greaterThanTransactionMaxValue", "more than the level permits"));
    }
    if (!payer.maySpend(today, centimes)) {
      return Optional.of(Problem.rule("dailyValueLimitExceeded", "the day's value is used up"));
    }
    return payer.mayPay(today)
        ? Optional.empty()
        : Optional.of(Problem.rule("dailyVolumeLimitExceeded", "the day's number is used up"));
  }

  /** What its biller has against it, if it is for a bill. */
  Optional<Problem> againstBill(Order order, Deal deal, Instant now) {
    if (!(deal.payee() instanceof Organisation biller) || !biller.trade().equals("biller")) {
      return Optional.empty();
    }
    Optional<List<Bills.Bill>> open = bills.open(biller, order.about(), day(now));
    if (open.isEmpty()) {
      return Optional.of(Problem.unknown("the customer of the biller"));
    }
    long due = open.get().stream().mapToLong(Bills.Bill::due).sum();
    if (order.centimes() > due) {
      return Optional.of(Problem.rule("overPaymentNotAllowed", "more than is due"));
    }
    return order.centimes() < open.get().getFirst().least()
        ? Optional.of(Problem.rule("underPaymentNotAllowed", "less than must be paid"))
        : Optional.empty();
  }

  /** Notes at the biller what was paid, or given back when it is below zero. */
  void billPaid(Order order, Deal deal, long centimes, Instant now) {
    if (deal.payee() instanceof Organisation biller && biller.trade().equals("biller")) {
      bills.paid(biller, order.about(), centimes, day(now));
    }
  }
}
