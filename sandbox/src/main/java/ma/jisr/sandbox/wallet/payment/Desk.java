package ma.jisr.sandbox.wallet.payment;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import ma.jisr.sandbox.wallet.account.Accounts;
import ma.jisr.sandbox.wallet.account.Bills;
import ma.jisr.sandbox.wallet.account.Wallet;
import ma.jisr.sandbox.wallet.ledger.Lack;
import ma.jisr.sandbox.wallet.ledger.Ledger;
import ma.jisr.sandbox.wallet.ledger.Leg;
import ma.jisr.sandbox.wallet.ledger.Outcome;
import ma.jisr.sandbox.wallet.ledger.Reservation;
import ma.jisr.sandbox.wallet.payment.Payment.Deal;
import ma.jisr.sandbox.wallet.payment.Payment.State;
import ma.jisr.sandbox.world.Loop;

/**
 * Where payments are taken, approved, booked or dropped. A payment's money is set aside when it is
 * taken. Touched on the loop only.
 */
public final class Desk {
  private final Loop loop;
  private final Ledger ledger;
  private final Rules rules;
  private final Tariff tariff;
  private final Times times;
  private final Numbers numbers;
  private final Register register = new Register();
  private final Set<Payment> pending = new HashSet<>();
  private Consumer<Payment> asks = payment -> {};
  private Consumer<Payment> tells = payment -> {};

  /** A desk over the accounts of the ledger. */
  public Desk(
      Loop loop,
      Ledger ledger,
      Accounts accounts,
      Bills bills,
      Tariff tariff,
      Times times,
      RandomGenerator random) {
    this.loop = loop;
    this.ledger = ledger;
    this.rules = new Rules(accounts, bills, tariff);
    this.tariff = tariff;
    this.times = times;
    this.numbers = new Numbers(random);
  }

  /** Who asks payers, and who tells whoever wants to be called back; set once, at the start. */
  public void connect(Consumer<Payment> asking, Consumer<Payment> telling) {
    asks = asking;
    tells = telling;
  }

  /** Takes a request to pay, or says what is wrong with it; whatever it says is remembered. */
  public Decision take(Order order, Fault fault) {
    if (register.byCorrelation(order.correlation()).isPresent()) {
      return Problem.rule("duplicateRequest", "the X-CorrelationID was used before");
    }
    var payment = numbered(order, fault);
    Optional<Deal> deal = rules.deal(order);
    if (deal.isEmpty()) {
      return refused(payment, Problem.unknown("one of the parties"));
    }
    Optional<Problem> wrong =
        rules
            .against(order, deal.get(), loop.now())
            .or(() -> rules.againstBill(order, deal.get(), loop.now()));
    if (wrong.isPresent()) {
      return refused(payment, wrong.get());
    }
    Outcome held = ledger.reserve(legs(order, deal.get()));
    return switch (held) {
      case Lack lack -> refused(payment, lacking(lack));
      case Reservation reservation -> {
        payment.agreed(deal.get(), reservation);
        underWay(payment);
        yield payment;
      }
    };
  }

  private Payment numbered(Order order, Fault fault) {
    var now = loop.now();
    var payment = new Payment(numbers.next(), order, fault, now, now.plus(times.expiry()));
    register.add(payment);
    return payment;
  }

  private Problem refused(Payment payment, Problem why) {
    payment.failed(why, loop.now());
    return why;
  }

  private static Problem lacking(Lack lack) {
    return switch (lack) {
      case FUNDS -> Problem.rule("insufficientFunds", "the payer has not enough");
      case ROOM -> Problem.rule("maxBalanceExceeded", "the payee may not hold so much");
    };
  }

  private List<Leg> legs(Order order, Deal deal) {
    return tariff.legs(order.type(), deal.payer(), deal.payee(), order.centimes(), deal.fee());
  }

  private void underWay(Payment payment) {
    pending.add(payment);
    if (payment.deal().payer() instanceof Wallet wallet) {
      wallet.spends(Rules.day(payment.created()), payment.order().centimes());
    }
    Optional<Problem> fails = payment.fault().fails();
    if (fails.isPresent()) {
      loop.after(times.processing(), () -> fail(payment, fails.get()));
    } else if (payment.fault().paysAtOnce()) {
      approve(payment);
    } else {
      loop.after(times.expiry(), () -> expire(payment));
      if (!payment.fault().asksNobody()) {
        asks.accept(payment);
      }
    }
  }

  private void expire(Payment payment) {
    boolean was = fail(payment, Problem.declined("not approved in time"));
    if (was && payment.fault() == Fault.LATE) {
      loop.after(times.late(), () -> revive(payment));
    }
  }

  /** The payer has approved after all; the money may be gone meanwhile. */
  private void revive(Payment payment) {
    if (ledger.reserve(legs(payment.order(), payment.deal())) instanceof Reservation again) {
      payment.agreed(payment.deal(), again);
      paid(payment, again);
    }
  }

  /** The payer has approved; false when that comes too late. */
  public boolean approve(Payment payment) {
    Reservation held = payment.reservation();
    if (!pending.remove(payment) || held == null) {
      return false;
    }
    paid(payment, held);
    return true;
  }

  private void paid(Payment payment, Reservation held) {
    ledger.book(held);
    payment.completed(numbers.receipt(), loop.now());
    long sign = payment.original().isPresent() ? -1 : 1;
    Payment first = payment.original().orElse(payment);
    rules.billPaid(first.order(), first.deal(), sign * payment.order().centimes(), loop.now());
    tells.accept(payment);
  }

  /** It will not be paid; false when that is decided already. */
  public boolean fail(Payment payment, Problem why) {
    Reservation held = payment.reservation();
    if (!pending.remove(payment) || held == null) {
      return false;
    }
    ledger.drop(held);
    if (payment.deal().payer() instanceof Wallet wallet) {
      wallet.spendsNot(Rules.day(payment.created()), payment.order().centimes());
    }
    payment.original().ifPresent(original -> original.reversed(false));
    payment.failed(why, loop.now());
    tells.accept(payment);
    return true;
  }

  /** Gives a payment back: what was booked is booked the other way round, its fee too. */
  public Decision reverse(Payment original, Order order) {
    if (register.byCorrelation(order.correlation()).isPresent()) {
      return Problem.rule("duplicateRequest", "the X-CorrelationID was used before");
    }
    var back = numbered(order, Fault.NONE);
    if (original.state() != State.COMPLETED
        || original.reversed()
        || original.original().isPresent()) {
      return refused(back, Problem.rule("incorrectState", "this cannot be given back"));
    }
    Deal deal = original.deal();
    var legs = legs(original.order(), deal).stream().map(Leg::back).toList();
    Outcome held = ledger.reserve(legs);
    return switch (held) {
      case Lack lack -> refused(back, lacking(lack));
      case Reservation reservation -> {
        back.agreed(new Deal(deal.payee(), deal.payer(), 0), reservation);
        back.gives(original);
        original.reversed(true);
        pending.add(back);
        loop.after(times.processing(), () -> approve(back));
        yield back;
      }
    };
  }

  /** What a payment would cost its payer, in centimes, or what is wrong with it. */
  public sealed interface Quote {
    /** It could be made. */
    record Of(long fee) implements Quote {}

    /** It could not. */
    record No(Problem problem) implements Quote {}
  }

  /** The price of a payment that may be asked for; which bill it is for need not be said. */
  public Quote quote(Order order) {
    Optional<Deal> deal = rules.deal(order);
    if (deal.isEmpty()) {
      return new Quote.No(Problem.unknown("one of the parties"));
    }
    Optional<Problem> wrong = rules.against(order, deal.get(), loop.now());
    return wrong.<Quote>map(Quote.No::new).orElseGet(() -> new Quote.Of(deal.get().fee()));
  }

  /** Those that wait for their payers, oldest first. */
  public List<Payment> waiting(Wallet payer) {
    return pending.stream()
        .filter(payment -> payment.original().isEmpty() && payment.deal().payer() == payer)
        .filter(payment -> !payment.fault().asksNobody())
        .sorted(Comparator.comparing(Payment::created))
        .toList();
  }

  /** Whose money a payment is. */
  public Optional<Wallet> payer(Payment payment) {
    return payment.deal().payer() instanceof Wallet wallet ? Optional.of(wallet) : Optional.empty();
  }

  /** The payment with the transactionReference. */
  public Optional<Payment> byReference(String reference) {
    return register.byReference(reference);
  }

  /** The payment with the serverCorrelationId. */
  public Optional<Payment> byServer(String server) {
    return register.byServer(server);
  }

  /** The payment with the X-CorrelationID. */
  public Optional<Payment> byCorrelation(String correlation) {
    return register.byCorrelation(correlation);
  }

  /** All of them, oldest first. */
  public Collection<Payment> all() {
    return register.all();
  }
}
