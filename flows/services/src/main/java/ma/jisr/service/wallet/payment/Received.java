package ma.jisr.service.wallet.payment;

import java.time.Instant;
import ma.jisr.base.Money;

/**
 * A payment as whoever is paid may see it: nothing of who pays.
 *
 * @param paid whether the money is theirs; a payment that is under way is none yet
 * @param at since when
 * @param about the invoice's number; "" for none
 */
public record Received(String reference, boolean paid, Money amount, Instant at, String about) {
  static Received of(Payment payment) {
    Terms terms = payment.terms();
    return new Received(
        payment.reference(),
        payment.state().paid(),
        terms.amount(),
        payment.since(),
        terms.invoice());
  }

  @Override
  public String toString() {
    return "Received[" + reference + "]";
  }
}
