package ma.jisr.service.wallet.payment;

import ma.jisr.base.Money;
import org.jspecify.annotations.Nullable;

/** What came of preparing a payment. */
public sealed interface Prepared {
  /** It may be confirmed, within {@link PaymentRules#CONFIRM_WITHIN}. */
  record Ready(Quote quote) implements Prepared {}

  /**
   * It may not be.
   *
   * @param bound the most that may be, where that is why
   */
  record Not(Why why, @Nullable Money bound) implements Prepared {}
}
