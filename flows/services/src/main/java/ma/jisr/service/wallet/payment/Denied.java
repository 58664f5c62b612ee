package ma.jisr.service.wallet.payment;

import ma.jisr.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a cap says.
 *
 * @param bound the most that may be; null where no amount would do
 */
record Denied(Why why, @Nullable Money bound) {}
