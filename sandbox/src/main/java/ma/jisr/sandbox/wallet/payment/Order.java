package ma.jisr.sandbox.wallet.payment;

import java.util.List;
import ma.jisr.sandbox.wallet.account.Issuer;
import ma.jisr.sandbox.wallet.account.Party;
import org.jspecify.annotations.Nullable;

/**
 * A request to pay, read and in order.
 *
 * @param correlation its X-CorrelationID
 * @param callback its X-Callback-URL; "" for none
 * @param type of transaction: "transfer", "merchantpay", "billpay"
 * @param subType "airtime", or ""
 * @param centimes amount
 * @param payer identifiers of the debit party
 * @param payee identifiers of the credit party
 * @param ours the requesting organisation's own reference; "" for none
 * @param about the number of the bill's customer, the invoice, or the phone topped up; "" for none
 * @param door whose door it came by; null for the switch's, where everybody is a customer
 */
public record Order(
    String correlation,
    String callback,
    String type,
    String subType,
    long centimes,
    List<Party> payer,
    List<Party> payee,
    String ours,
    String about,
    @Nullable Issuer door) {
  public Order {
    payer = List.copyOf(payer);
    payee = List.copyOf(payee);
  }

  @Override
  public String toString() {
    return "Order[" + type + "]";
  }
}
