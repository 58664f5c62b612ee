package ma.jisr.service.wallet.payment;

import ma.jisr.base.Money;
import ma.jisr.base.Msisdn;
import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to pay. The payer is always the number of the person who asks.
 *
 * @param person the payer's id
 * @param channel by which they ask: "ussd", "sms", "chat"
 * @param link by which they ask: who is told of it without being known is written to by it
 * @param kind of service
 * @param payee its code in the register; "" for {@link Kind#TRANSFER}
 * @param digits E.164 without the plus: the payee's number of a {@link Kind#TRANSFER}, the number
 *     topped up by {@link Kind#AIRTIME} (null for the payer's own); else null
 * @param about the bill's, customer's or invoice's number; "" for none
 * @param amount without the fee, above zero
 */
public record Intent(
    String person,
    String channel,
    String link,
    Kind kind,
    String payee,
    @Nullable String digits,
    String about,
    Money amount) {
  /** Longest {@link #about}, characters. */
  public static final int MAX_ABOUT = 40;

  public Intent {
    if (amount.centimes() <= 0) throw new IllegalArgumentException("an amount is above zero");
    if (about.length() > MAX_ABOUT)
      throw new IllegalArgumentException("about has at most " + MAX_ABOUT + " characters");
    if (digits != null) digits = new Msisdn(digits).digits();
    if (kind == Kind.TRANSFER && digits == null)
      throw new IllegalArgumentException("a transfer goes to a number");
  }

  @Override
  public String toString() {
    return "Intent[" + kind + "]";
  }
}
