package ma.jisr.service.wallet.benefit;

import ma.jisr.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * What one recipient is to have. Holds their number sealed, and a pseudonym of it to be found by.
 *
 * @param batch the id of its batch
 * @param who a pseudonym of the number
 * @param sealed the number, for the vault's bearer only
 * @param amount null when the agency does not tell
 * @param reference of the agency, to be shown when it is collected; "" for none
 * @param told how far they have been told
 */
record BenefitEntry(
    String batch, String who, String sealed, @Nullable Money amount, String reference, int told) {
  /** Nothing yet. */
  static final int UNTOLD = 0;

  /** That it may be collected. */
  static final int READY = 1;

  /** That it is the last day. */
  static final int LAST_DAY = 2;

  /** They may not be written to, or their number cannot be read any more. */
  static final int UNREACHED = 9;

  String id() {
    return batch + ':' + who;
  }

  BenefitEntry told(int next) {
    return new BenefitEntry(batch, who, sealed, amount, reference, next);
  }

  @Override
  public String toString() {
    return "BenefitEntry[hidden]";
  }
}
