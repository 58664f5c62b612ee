package ma.jisr.service.wallet.payment;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import ma.jisr.service.wallet.payment.Exchange.Act;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Order;
import ma.jisr.service.wallet.port.WalletPort;
import ma.jisr.store.Priority;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who does what is due for payments: a call is written into the payment before it is made, and by
 * one node only; its answer is applied whenever it comes. Whoever dies in between is found out by
 * the call's end, and then the provider is asked what it knows, not told again. Callable from any
 * thread.
 */
final class Courier {
  /** Calls under way at once, of one node: what a provider is likely to bear. */
  static final int MOST_CALLS = 200;

  /** Steps of one payment in a row: it expires or is asked about, it ends, its end is told. */
  private static final int STEPS = 6;

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);

  private final PaymentStore payments;
  private final Wallets wallets;
  private final Orders orders;
  private final Gate gate;
  private final Settling settling;
  private final InstantSource clock;
  private final AtomicInteger calls = new AtomicInteger();

  /** Payments that this node is about to do something for. */
  private final Set<String> driven = ConcurrentHashMap.newKeySet();

  Courier(
      PaymentStore payments,
      Wallets wallets,
      Orders orders,
      Gate gate,
      Settling settling,
      InstantSource clock) {
    this.payments = payments;
    this.wallets = wallets;
    this.orders = orders;
    this.gate = gate;
    this.settling = settling;
    this.clock = clock;
  }

  /**
   * Begins what is due; a slow provider keeps nobody else's payments waiting.
   *
   * @return how many payments were begun with
   */
  CompletableFuture<Integer> look(Instant now, int most) {
    int room = Math.min(most, MOST_CALLS - calls.get() - driven.size());
    if (room <= 0) return CompletableFuture.completedFuture(0);
    // Those that are being driven are still due, and stand before the others.
    return payments
        .due(now, room + driven.size())
        .thenApply(
            due -> {
              int begun = 0;
              for (Payment payment : due) if (begin(payment)) begun++;
              return begun;
            });
  }

  /** One that cannot be driven does not keep the others: it is due again. */
  private boolean begin(Payment payment) {
    if (!driven.add(payment.id())) return false;
    var unused =
        drive(payment, STEPS)
            .whenComplete(
                (done, failure) -> {
                  driven.remove(payment.id());
                  if (failure != null)
                    LOG.warn(
                        "{} waits: {}", payment.reference(), failure.getClass().getSimpleName());
                });
    return true;
  }

  private CompletableFuture<Void> drive(Payment payment, int left) {
    Instant now = clock.instant();
    if (left == 0) return CompletableFuture.completedFuture(null);
    return switch (Plan.of(payment, now)) {
      case NOTHING -> CompletableFuture.completedFuture(null);
      case EXPIRE -> apply(payment, new Evidence.Expired(), left);
      case LOSE -> apply(payment, new Evidence.Lost(), left);
      case GIVE_UP -> apply(payment, new Evidence.Withheld("too late"), left);
      case SETTLE ->
          settling.settle(payment).thenCompose(_ -> apply(payment, new Evidence.Settled(), left));
      case SUBMIT -> submit(payment, left);
      case STATUS -> call(payment, Act.STATUS);
      case RECOVER -> call(payment, Act.RECOVER);
    };
  }

  private CompletableFuture<Void> apply(Payment payment, Evidence evidence, int left) {
    return payments
        .apply(payment.id(), evidence, clock.instant())
        .thenCompose(
            changed ->
                changed.isEmpty() || !changed.get().changed()
                    ? CompletableFuture.completedFuture(null)
                    : drive(changed.get().payment(), left - 1));
  }

  private CompletableFuture<Void> submit(Payment payment, int left) {
    Optional<WalletPort> port = wallets.port(payment.terms().provider());
    if (port.isEmpty()) return apply(payment, new Evidence.Postponed("no such provider"), left);
    return gate.against(payment, port.get())
        .thenCompose(
            against ->
                against.isPresent()
                    ? apply(payment, against.get(), left)
                    : call(payment, Act.SUBMIT));
  }

  /** Writes that the provider is going to be asked, then asks it, if nobody else was quicker. */
  private CompletableFuture<Void> call(Payment payment, Act act) {
    Optional<WalletPort> port = wallets.port(payment.terms().provider());
    Optional<Order> order = orders.of(payment);
    if (port.isEmpty() || order.isEmpty()) {
      LOG.error("{} has no provider, or its key is gone", payment.reference());
      return apply(payment, new Evidence.Postponed("cannot be asked"), 1);
    }
    Instant now = clock.instant();
    return payments
        .change(
            payment.id(),
            now,
            Priority.TURN,
            current ->
                Plan.of(current, now).act() == act
                    ? Machine.apply(current, new Evidence.Calling(act), now)
                    : current)
        .thenAccept(
            changed -> {
              if (changed.isPresent() && changed.get().changed())
                ask(changed.get().payment(), act, port.get(), order.get());
            });
  }

  private void ask(Payment payment, Act act, WalletPort port, Order order) {
    Exchange exchange = payment.active();
    int number = payment.calls();
    calls.incrementAndGet();
    var unused =
        answer(payment, act, port, order)
            .exceptionally(failure -> new Answer.Unknown(failure.getClass().getSimpleName()))
            .thenCompose(answer -> take(payment, exchange, number, act, answer, order))
            .whenComplete(
                (done, failure) -> {
                  calls.decrementAndGet();
                  // The call's end is due: whoever looks then asks what the provider knows.
                  if (failure != null)
                    LOG.warn(
                        "an answer for {} is not kept: {}",
                        payment.reference(),
                        failure.getClass().getSimpleName());
                });
  }

  private static CompletableFuture<Answer> answer(
      Payment payment, Act act, WalletPort port, Order order) {
    Exchange exchange = payment.active();
    return switch (act) {
      case SUBMIT -> {
        String paid = payment.exchange().transaction();
        yield payment.reversal() == null || paid == null
            ? port.submit(order)
            : port.reverse(exchange.correlation(), order, paid);
      }
      case STATUS -> port.status(order, exchange.server(), exchange.transaction());
      case RECOVER -> port.recover(order);
    };
  }

  private CompletableFuture<Void> take(
      Payment payment, Exchange exchange, int number, Act act, Answer answer, Order order) {
    boolean agrees =
        !(answer instanceof Answer.Completed done)
            || (payment.reversal() == null
                ? done.facts().agree(order)
                : !done.facts().foreign()
                    && (done.facts().amount() == null
                        || order.amount().equals(done.facts().amount())));
    if (!agrees) LOG.error("{} was not paid as it was ordered", payment.reference());
    Evidence said = new Evidence.Answered(exchange.correlation(), number, act, answer, agrees);
    return apply(payment, said, STEPS);
  }
}
