package ma.jisr.service.wallet.payment;

import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a payer is to be read before they say yes.
 *
 * @param reference of the payment: "JSR-7F3K2"
 * @param name of the payee; a person's is masked by their provider, "?" when it tells none
 * @param amount without the fee
 * @param fee that the payer's provider takes; null when it does not tell
 * @param provider of the payer's wallet, as people know it
 * @param again whether the same was asked for within the last {@link PaymentRules#AGAIN}
 */
public record Quote(
    String reference,
    LocalText name,
    Money amount,
    @Nullable Money fee,
    String provider,
    boolean again) {
  @Override
  public String toString() {
    return "Quote[" + reference + "]";
  }
}
