package ma.jisr.service.wallet.payment;

import ma.jisr.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider's statement and our payments do not say the same.
 *
 * @param what of it
 * @param reference ours; "" where there is none
 * @param transaction the provider's; "" where there is none
 * @param theirs as the statement says, negative for what was given back; null where it says nothing
 * @param ours as we know it; null where we know nothing
 */
public record Difference(
    What what, String reference, String transaction, @Nullable Money theirs, @Nullable Money ours) {
  /** What may differ. */
  public enum What {
    /** It was booked there, and nobody here knows of it. */
    THEIRS_ONLY,
    /** It was paid or given back, as we know, and is not in the statement. */
    OURS_ONLY,
    /** Another amount. */
    AMOUNT,
    /** It was booked there, and here it is not paid, or not given back. */
    STATE,
    /** It was booked there twice. */
    TWICE
  }

  @Override
  public String toString() {
    return "Difference[" + what + ' ' + reference + "]";
  }
}
