package ma.jisr.service.wallet.port;

import ma.jisr.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a provider says has been paid, to be held against what was ordered. What it leaves out is
 * null: it proves nothing and contradicts nothing.
 *
 * @param transaction the provider's reference
 * @param receipt that its customers know; null when it has none
 * @param ours the reference that we gave
 * @param amount in dirhams; null when it was in another currency, which {@link #foreign} says
 * @param foreign whether another currency was named
 * @param payer who paid
 * @param payee who was paid
 */
public record Facts(
    String transaction,
    @Nullable String receipt,
    @Nullable String ours,
    @Nullable Money amount,
    boolean foreign,
    @Nullable Account payer,
    @Nullable Account payee) {
  /** Whether nothing in it speaks against its being this order's. */
  public boolean agree(Order order) {
    return !foreign
        && (ours == null || ours.equals(order.reference()))
        && (amount == null || amount.equals(order.amount()))
        && (payer == null || payer.equals(order.payer()))
        && (payee == null || payee.equals(order.payee()));
  }

  @Override
  public String toString() {
    return "Facts[hidden]";
  }
}
