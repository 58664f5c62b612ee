package ma.jisr.service.wallet.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.SimRisk;
import org.jspecify.annotations.Nullable;

/**
 * What one number has paid, or asked to pay, on one day: reservations, so that the caps are decided
 * by one compare-and-set. Immutable.
 *
 * @param held in the order of their confirmation; what was not paid is taken out again
 * @param looked payees whose names were looked up
 */
record PayerDay(List<Held> held, List<String> looked) {
  static final PayerDay NEW = new PayerDay(List.of(), List.of());

  private static final Duration HOUR = Duration.ofHours(1);

  PayerDay {
    held = List.copyOf(held);
    looked = List.copyOf(looked);
  }

  /**
   * A reservation.
   *
   * @param open whether its payment is still under way
   */
  record Held(
      String payment, String channel, String payee, Money amount, Instant at, boolean open) {}

  boolean holds(String payment) {
    return held.stream().anyMatch(each -> each.payment().equals(payment));
  }

  /**
   * What speaks against one more; null for nothing.
   *
   * @param before the same number's day before: what is under way at midnight still is
   */
  @Nullable Denied against(Wish wish, Caps caps, PayerDay before, Instant now) {
    Money amount = wish.amount();
    Caps.Channel channel = caps.channel(wish.channel());
    boolean dark = wish.risk() == SimRisk.Risk.UNKNOWN;
    if (above(amount, caps.level(wish.level())))
      return new Denied(Why.CAP_LEVEL, caps.level(wish.level()));
    if (above(amount, channel.once())) return new Denied(Why.CAP_ONCE, channel.once());
    if (dark && above(amount, caps.unknownSim()))
      return new Denied(Why.CAP_ONCE, caps.unknownSim());
    if (!wish.known() && above(amount, caps.newPayee()))
      return new Denied(Why.CAP_NEW_PAYEE, caps.newPayee());
    if (open() + before.open() >= caps.pending()) return new Denied(Why.MANY_PENDING, null);
    if (since(now.minus(HOUR)) + before.since(now.minus(HOUR)) >= caps.hour())
      return new Denied(Why.MANY_AN_HOUR, null);
    Money left = least(rest(caps.day(), sum(null)), rest(channel.day(), sum(wish.channel())));
    return above(amount, left) ? new Denied(Why.CAP_DAY, left) : null;
  }

  /** Whether the same was asked for just before. */
  boolean again(Wish wish, Instant now) {
    Instant from = now.minus(PaymentRules.AGAIN);
    for (Held each : held)
      if (each.payee().equals(wish.payee())
          && each.amount().equals(wish.amount())
          && each.at().isAfter(from)
          && !each.payment().equals(wish.payment())) return true;
    return false;
  }

  PayerDay with(Wish wish, Instant now) {
    List<Held> all = new ArrayList<>(held);
    all.add(new Held(wish.payment(), wish.channel(), wish.payee(), wish.amount(), now, true));
    return new PayerDay(all, looked);
  }

  /** It was not paid. */
  PayerDay without(String payment) {
    return new PayerDay(
        held.stream().filter(each -> !each.payment().equals(payment)).toList(), looked);
  }

  /** It is not under way any more, and counts. */
  PayerDay ended(String payment) {
    List<Held> all = new ArrayList<>();
    for (Held each : held)
      all.add(
          each.payment().equals(payment)
              ? new Held(payment, each.channel(), each.payee(), each.amount(), each.at(), false)
              : each);
    return new PayerDay(all, looked);
  }

  PayerDay looking(String payee) {
    List<String> all = new ArrayList<>(looked);
    if (!all.contains(payee)) all.add(payee);
    return new PayerDay(held, all);
  }

  private int open() {
    return (int) held.stream().filter(Held::open).count();
  }

  private int since(Instant from) {
    return (int) held.stream().filter(each -> each.at().isAfter(from)).count();
  }

  private Money sum(@Nullable String channel) {
    Money sum = new Money(0);
    for (Held each : held)
      if (channel == null || each.channel().equals(channel)) sum = sum.plus(each.amount());
    return sum;
  }

  private static Money rest(Money cap, Money used) {
    return above(used, cap) ? new Money(0) : cap.minus(used);
  }

  private static Money least(Money a, Money b) {
    return above(a, b) ? b : a;
  }

  private static boolean above(Money amount, Money cap) {
    return amount.compareTo(cap) > 0;
  }
}
