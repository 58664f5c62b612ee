package ma.jisr.service.wallet.payment;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import ma.jisr.base.Loop;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Answer;
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
 * A provider that does what a test tells it, and keeps a ledger of what it has really paid. As GSMA
 * providers do it takes a correlation once and refuses it then.
 */
final class ScriptedWallet implements WalletPort {
  /** How a request is answered. */
  enum Reply {
    /** Taken; paid when the payer approves. */
    ACCEPT,
    /** Paid at once. */
    DONE,
    /** Refused, with {@link #fault}. */
    REFUSE,
    /** Refused, whether it is there already or not. */
    REFUSE_ANYWAY,
    /** It never came there, and that is not known. */
    LOST,
    /** Taken, but the answer is lost. */
    ACCEPT_LOST,
    /** Paid at once, but the answer is lost. */
    DONE_LOST,
    /** Not one octet left. */
    NOT_SENT,
    /** Refused before it was looked at. */
    NOT_PROCESSED,
    /** Paid at once; no answer ever comes. */
    DONE_NEVER
  }

  /** A request that came. */
  static final class Taken {
    final Order order;
    final String server;
    final @Nullable String reversing;
    Answer answer;

    Taken(Order order, String server, @Nullable String reversing, Answer answer) {
      this.order = order;
      this.server = server;
      this.reversing = reversing;
      this.answer = answer;
    }
  }

  final Map<UUID, Taken> taken = new LinkedHashMap<>();
  final Map<String, String> names = new HashMap<>();
  final Deque<Reply> submits = new ArrayDeque<>();
  final Deque<Reply> reversals = new ArrayDeque<>();

  /** What the next questions are answered, before what is true. */
  final Deque<Answer> looks = new ArrayDeque<>();

  /** What is booked: positive for paid, negative for given back. */
  final List<Statement.Line> ledger = new ArrayList<>();

  /** What was asked, by method name. */
  final List<String> asked = new ArrayList<>();

  private final String id;
  private final Loop loop;

  /** Told when a request has been decided, as a callback would. */
  Consumer<UUID> callback = _ -> {};

  /** Done before a request is answered. */
  Runnable before = () -> {};

  Fault fault = Fault.INSUFFICIENT_FUNDS;
  Health health = Health.UP;
  Fee fee = new Fee.Known(new Money(100));
  EnumSet<Kind> pushed = EnumSet.allOf(Kind.class);

  /** Answers whether it works when this does; null for at once. */
  @Nullable CompletableFuture<Health> working;

  boolean silentPayees;
  boolean statements = true;
  int polls;
  @Nullable Integer expiresMinutes = 3;
  private int numbers;

  ScriptedWallet(String id, Loop loop) {
    this.id = id;
    this.loop = loop;
  }

  long submitted() {
    return asked.stream().filter("submit"::equals).count();
  }

  /** The sum that has left payers, less what was given back. */
  long paid() {
    return ledger.stream().mapToLong(line -> line.amount().centimes()).sum();
  }

  /** The payer has entered the PIN, wherever that is. */
  void approve(UUID correlation) {
    Taken request = taken.get(correlation);
    if (request == null || !(request.answer instanceof Answer.Accepted)) return;
    request.answer = book(request.order, request.order.amount().centimes());
    callback.accept(correlation);
  }

  /** The payer has not, or it was refused later. */
  void fail(UUID correlation, Fault why) {
    Taken request = taken.get(correlation);
    if (request == null || !(request.answer instanceof Answer.Accepted)) return;
    request.answer = new Answer.Refused(why, why.name());
    callback.accept(correlation);
  }

  /** Paid, though it had been told otherwise. */
  void approveAfterAll(UUID correlation) {
    Taken request = taken.get(correlation);
    if (request == null) return;
    request.answer = book(request.order, request.order.amount().centimes());
    callback.accept(correlation);
  }

  /** A reversal that was taken is done. */
  void giveBack(UUID correlation) {
    Taken request = taken.get(correlation);
    if (request == null || !(request.answer instanceof Answer.Accepted)) return;
    request.answer = book(request.order, -request.order.amount().centimes());
    callback.accept(correlation);
  }

  void approveAll() {
    for (UUID correlation : List.copyOf(taken.keySet())) approve(correlation);
  }

  private Answer.Completed book(Order order, long centimes) {
    String transaction = "T" + ++numbers;
    ledger.add(new Statement.Line(transaction, order.reference(), new Money(centimes), loop.now()));
    return new Answer.Completed(
        new Facts(
            transaction,
            "R" + numbers,
            order.reference(),
            order.amount(),
            false,
            order.payer(),
            order.payee()));
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public String name() {
    return "Wallet " + id;
  }

  @Override
  public Capabilities capabilities() {
    return new Capabilities(pushed, true, true, true, true);
  }

  private static <T extends @Nullable Object> CompletableFuture<T> now(T value) {
    return CompletableFuture.completedFuture(value);
  }

  @Override
  public CompletableFuture<Health> health() {
    return working == null ? now(health) : working;
  }

  @Override
  public CompletableFuture<Payee> payee(Account account) {
    asked.add("payee");
    if (silentPayees) return now(new Payee.Unknown("silent"));
    String name = names.get(account.value());
    if (name == null) return now(new Payee.Unregistered());
    return now(name.equals("closed") ? new Payee.Unavailable() : new Payee.Found(name));
  }

  @Override
  public CompletableFuture<Fee> fee(Kind kind, Account payer, Account payee, Money amount) {
    return now(fee);
  }

  @Override
  public CompletableFuture<Bills> bills(Account biller, String customer) {
    return now(new Bills.Open(List.of()));
  }

  @Override
  public CompletableFuture<Answer> submit(Order order) {
    asked.add("submit");
    before.run();
    Reply reply = submits.isEmpty() ? Reply.ACCEPT : submits.removeFirst();
    return request(order.correlation(), order, null, reply);
  }

  @Override
  public CompletableFuture<Answer> reverse(UUID correlation, Order order, String transaction) {
    asked.add("reverse");
    Reply reply = reversals.isEmpty() ? Reply.DONE : reversals.removeFirst();
    boolean twice =
        taken.values().stream()
            .anyMatch(t -> transaction.equals(t.reversing) && t.answer instanceof Answer.Completed);
    if (twice && !taken.containsKey(correlation))
      return now(new Answer.Refused(Fault.STATE, "incorrectState"));
    return request(correlation, order, transaction, reply);
  }

  private CompletableFuture<Answer> request(
      UUID correlation, Order order, @Nullable String reversing, Reply reply) {
    switch (reply) {
      case NOT_SENT -> {
        return now(new Answer.NotSent("refused connection"));
      }
      case NOT_PROCESSED -> {
        return now(new Answer.NotProcessed("token", null));
      }
      case REFUSE_ANYWAY -> {
        return now(new Answer.Refused(fault, fault.name()));
      }
      case LOST -> {
        return now(new Answer.Unknown("time-out"));
      }
      default -> {
        // it comes there
      }
    }
    if (taken.containsKey(correlation)) return now(new Answer.Duplicate());
    long centimes = order.amount().centimes();
    Answer truth =
        switch (reply) {
          case REFUSE -> new Answer.Refused(fault, fault.name());
          case DONE, DONE_LOST, DONE_NEVER -> book(order, reversing == null ? centimes : -centimes);
          default ->
              new Answer.Accepted(
                  "S" + ++numbers,
                  expiresMinutes == null ? null : loop.now().plusSeconds(60L * expiresMinutes),
                  polls);
        };
    taken.put(correlation, new Taken(order, "S" + numbers, reversing, truth));
    return switch (reply) {
      case ACCEPT_LOST, DONE_LOST -> now(new Answer.Unknown("time-out"));
      case DONE_NEVER -> new CompletableFuture<>();
      default -> now(truth);
    };
  }

  @Override
  public CompletableFuture<Answer> status(
      Order order, @Nullable String server, @Nullable String transaction) {
    asked.add("status");
    if (!looks.isEmpty()) return now(looks.removeFirst());
    return truth(order);
  }

  @Override
  public CompletableFuture<Answer> recover(Order order) {
    asked.add("recover");
    if (!looks.isEmpty()) return now(looks.removeFirst());
    return truth(order);
  }

  private CompletableFuture<Answer> truth(Order order) {
    Taken request = taken.get(order.correlation());
    return now(request == null ? new Answer.Absent() : request.answer);
  }

  @Override
  public CompletableFuture<@Nullable Statement> statement(LocalDate day, @Nullable String from) {
    if (!statements) return now(null);
    List<Statement.Line> lines =
        ledger.stream().filter(line -> PaymentRules.day(line.at()).equals(day)).toList();
    int at = from == null ? 0 : Integer.parseInt(from);
    int end = Math.min(at + 2, lines.size());
    return now(
        new Statement(lines.subList(at, end), end == lines.size() ? null : Integer.toString(end)));
  }
}
