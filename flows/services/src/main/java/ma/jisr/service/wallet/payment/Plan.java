package ma.jisr.service.wallet.payment;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is to be done for a payment that is due: told by its document alone. */
enum Plan {
  NOTHING,
  /** Nobody has confirmed it. */
  EXPIRE,
  /** Whoever was asking its provider has not come back. */
  LOSE,
  /** Its request has not left in time. */
  GIVE_UP,
  SUBMIT,
  STATUS,
  RECOVER,
  /** Caps and payees have to hear of its end. */
  SETTLE;

  /** What a provider is asked by it; null where it is asked nothing. */
  Exchange.@Nullable Act act() {
    return switch (this) {
      case SUBMIT -> Exchange.Act.SUBMIT;
      case STATUS -> Exchange.Act.STATUS;
      case RECOVER -> Exchange.Act.RECOVER;
      case NOTHING, EXPIRE, LOSE, GIVE_UP, SETTLE -> null;
    };
  }

  static Plan of(Payment payment, Instant now) {
    Instant due = payment.due();
    if (due == null || due.isAfter(now)) return NOTHING;
    if (payment.active().call() != null) return LOSE;
    return switch (payment.state()) {
      case CREATED -> EXPIRE;
      case CONFIRMED -> NOTHING; // is never written
      case SUBMITTING, REVERSAL_PENDING ->
          payment.active().submits() > 0 ? look(payment, now) : send(payment, now);
      case PENDING, UNKNOWN -> look(payment, now);
      case COMPLETED, FAILED, EXPIRED, CANCELLED, REVERSED, REVERSAL_FAILED, REVIEW ->
          payment.settled() ? look(payment, now) : SETTLE;
    };
  }

  private static Plan send(Payment payment, Instant now) {
    return now.isAfter(Answers.sendBefore(payment)) ? GIVE_UP : SUBMIT;
  }

  private static Plan look(Payment payment, Instant now) {
    Exchange exchange = payment.active();
    if (again(payment, now)) return SUBMIT;
    boolean other = payment.state() == State.UNKNOWN && exchange.tries() % 2 == 1;
    return exchange.pollable() && !other ? STATUS : RECOVER;
  }

  /** The same request once more: only where nobody has it, and somebody still waits for it. */
  private static boolean again(Payment payment, Instant now) {
    Exchange exchange = payment.active();
    if (!exchange.absent(now) || exchange.submits() >= PaymentRules.SUBMITS) return false;
    if (payment.state() == State.REVERSAL_PENDING) return now.isBefore(Answers.sendBefore(payment));
    Consent consent = payment.consent();
    return payment.state() == State.UNKNOWN
        && consent != null
        && now.isBefore(consent.at().plus(PaymentRules.FRESH));
  }
}
