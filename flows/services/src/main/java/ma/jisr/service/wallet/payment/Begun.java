package ma.jisr.service.wallet.payment;

import ma.jisr.base.Money;
import org.jspecify.annotations.Nullable;

/** What came of a payer's "yes". */
public sealed interface Begun {
  /** Durable: the wallet's provider will be asked, or has been. Said twice it is asked once. */
  record Asked(View view) implements Begun {}

  /**
   * Nothing was asked.
   *
   * @param bound the most that may be, where that is why
   */
  record Not(Why why, @Nullable Money bound) implements Begun {}

  /** It had ended before: expired, withdrawn, or known already by another "yes". */
  record Over(View view) implements Begun {}
}
