package ma.jisr.service.wallet.payment;

import ma.jisr.base.Money;

/**
 * What one merchant or supplier was paid on a day.
 *
 * @param count of payments
 * @param sum of their amounts
 */
public record Sales(int count, Money sum) {
  /** The same with one payment more. */
  Sales with(Money amount) {
    return new Sales(count + 1, sum.plus(amount));
  }
}
