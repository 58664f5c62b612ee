package ma.jisr.service.wallet.port;

import java.time.Instant;
import java.util.UUID;
import ma.jisr.base.Money;

/**
 * One request to pay, as it is sent: the same for ever, however often it has to be sent.
 *
 * @param correlation made once for the intent, the provider's key for it (X-CorrelationID)
 * @param reference ours, as people know it: "JSR-7F3K2"
 * @param kind of service
 * @param payer the number of the dialogue in which it was confirmed
 * @param payee who is paid; for {@link Kind#AIRTIME} the operator
 * @param about the bill's, customer's or invoice's number, or the number topped up; "" for none
 * @param amount without the fee, above zero
 * @param asked when it was confirmed
 */
public record Order(
    UUID correlation,
    String reference,
    Kind kind,
    Account payer,
    Account payee,
    String about,
    Money amount,
    Instant asked) {
  public Order {
    if (amount.centimes() <= 0) throw new IllegalArgumentException("an amount is above zero");
  }

  @Override
  public String toString() {
    return "Order[" + reference + ' ' + kind + "]";
  }
}
