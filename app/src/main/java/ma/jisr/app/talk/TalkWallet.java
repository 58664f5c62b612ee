package ma.jisr.app.talk;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Bill;
import ma.jisr.service.wallet.port.Bills;
import ma.jisr.service.wallet.port.Capabilities;
import ma.jisr.service.wallet.port.Facts;
import ma.jisr.service.wallet.port.Fault;
import ma.jisr.service.wallet.port.Fee;
import ma.jisr.service.wallet.port.Health;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.wallet.port.Order;
import ma.jisr.service.wallet.port.Payee;
import ma.jisr.service.wallet.port.Statement;
import ma.jisr.service.wallet.port.WalletPort;
import org.jspecify.annotations.Nullable;

/**
 * The provider of the wallets of a transcript. Everybody has one but numbers that end in 0; whoever
 * is asked to pay approves, or does not, when the script says so. Like a handset it shows its
 * prompt only where no dialogue is open. A transfer costs 2 DH, everything else nothing. Customers
 * whose number ends in 0 owe nothing, in 9 are unknown, the others owe 120,50 DH.
 */
final class TalkWallet implements WalletPort {
  static final String ID = "talk";

  /** How long a payer may take. */
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private static final Money TRANSFER_FEE = Money.ofDirhams(2);
  private static final Money OWED = new Money(120_50);

  /** How it is with it. */
  enum Mood {
    WORKS,
    /** Whoever pays has not enough. */
    POOR,
    /** It takes nothing and says nothing. */
    SILENT,
    /** It takes what it is asked, and its answers get lost. */
    LATE,
    DOWN
  }

  /** What has become of an order. */
  private enum Fate {
    ASKED,
    /** Its prompt met an open dialogue. */
    UNSEEN,
    APPROVED,
    DECLINED,
    POOR
  }

  private record Taken(Order order, Instant until, Fate fate) {
    Taken with(Fate next) {
      return new Taken(order, until, next);
    }
  }

  private final Map<UUID, Taken> taken = new LinkedHashMap<>();
  private final Supplier<Instant> now;
  private final BooleanSupplier open;
  private Mood mood = Mood.WORKS;

  /**
   * @param open whether the payer's phone shows a dialogue
   */
  TalkWallet(Supplier<Instant> now, BooleanSupplier open) {
    this.now = now;
    this.open = open;
  }

  // ---- what the script does

  synchronized void is(Mood next) {
    mood = next;
  }

  /** The payer answers the prompt; whose order that was. Empty where none is shown. */
  synchronized Optional<Order> answered(boolean approved) {
    for (Taken one : taken.values()) {
      if (one.fate() != Fate.ASKED || now.get().isAfter(one.until())) continue;
      taken.put(one.order().correlation(), one.with(approved ? Fate.APPROVED : Fate.DECLINED));
      return Optional.of(one.order());
    }
    return Optional.empty();
  }

  /** How many different requests to pay it has taken. */
  synchronized int asked() {
    return taken.size();
  }

  /** All that has been paid, without fees. */
  synchronized Money paid() {
    Money sum = new Money(0);
    for (Taken one : taken.values())
      if (one.fate() == Fate.APPROVED) sum = sum.plus(one.order().amount());
    return sum;
  }

  // ---- what a provider answers

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name() {
    return "Wallet (ex.)";
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(EnumSet.allOf(Kind.class), true, true, true, false);
  }

  @Override
  public synchronized CompletableFuture<Health> health() {
    return done(mood == Mood.DOWN ? Health.DOWN : Health.UP);
  }

  @Override
  public CompletableFuture<Payee> payee(Account account) {
    if (account.type() != Account.Type.MSISDN) return done(new Payee.Found(""));
    return done(
        account.value().endsWith("0")
            ? new Payee.Unregistered()
            : new Payee.Found("Fatima-Z. B***"));
  }

  @Override
  public CompletableFuture<Fee> fee(Kind kind, Account payer, Account payee, Money amount) {
    return done(new Fee.Known(kind == Kind.TRANSFER ? TRANSFER_FEE : new Money(0)));
  }

  @Override
  public CompletableFuture<Bills> bills(Account biller, String customer) {
    if (customer.endsWith("0")) return done(new Bills.Open(List.of()));
    if (customer.endsWith("9")) return done(new Bills.NoCustomer());
    return done(new Bills.Open(List.of(new Bill("", OWED, OWED, null))));
  }

  @Override
  public synchronized CompletableFuture<Answer> submit(Order order) {
    if (mood == Mood.DOWN) return done(new Answer.NotSent("nobody is there"));
    if (mood == Mood.SILENT) return done(new Answer.Unknown("no answer"));
    if (taken.containsKey(order.correlation())) return done(new Answer.Duplicate());
    Fate fate = open.getAsBoolean() ? Fate.UNSEEN : mood == Mood.POOR ? Fate.POOR : Fate.ASKED;
    Taken one = new Taken(order, now.get().plus(PATIENCE), fate);
    taken.put(order.correlation(), one);
    return done(mood == Mood.LATE ? new Answer.Unknown("no answer") : accepted(one));
  }

  private static Answer accepted(Taken one) {
    return new Answer.Accepted("s-" + one.order().reference(), one.until(), 0);
  }

  @Override
  public synchronized CompletableFuture<Answer> status(
      Order order, @Nullable String server, @Nullable String transaction) {
    Taken one = taken.get(order.correlation());
    if (mood == Mood.SILENT || mood == Mood.DOWN) return done(new Answer.Unknown("no answer"));
    if (one == null) return done(new Answer.Absent());
    boolean over = now.get().isAfter(one.until());
    if (mood == Mood.LATE && one.fate() == Fate.ASKED) return done(new Answer.Unknown("no answer"));
    return done(
        switch (one.fate()) {
          case APPROVED -> new Answer.Completed(facts(order));
          case DECLINED -> new Answer.Refused(Fault.DECLINED, "requestDeclined");
          case POOR -> new Answer.Refused(Fault.INSUFFICIENT_FUNDS, "insufficientFunds");
          case ASKED, UNSEEN ->
              over ? new Answer.Refused(Fault.DECLINED, "expired") : accepted(one);
        });
  }

  private static Facts facts(Order order) {
    return new Facts(
        "t-" + order.reference(),
        "88213",
        order.reference(),
        order.amount(),
        false,
        order.payer(),
        order.payee());
  }

  @Override
  public CompletableFuture<Answer> recover(Order order) {
    return status(order, null, null);
  }

  @Override
  public CompletableFuture<Answer> reverse(UUID correlation, Order order, String transaction) {
    return done(new Answer.Completed(facts(order)));
  }

  @Override
  public CompletableFuture<@Nullable Statement> statement(LocalDate day, @Nullable String from) {
    return CompletableFuture.completedFuture(null);
  }

  private static <T> CompletableFuture<T> done(T answer) {
    return CompletableFuture.completedFuture(answer);
  }
}
