package ma.jisr.service.wallet.payment;

import java.time.Instant;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Fault;
import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A payment as its payer may see it.
 *
 * @param name of the payee, masked where it is a person
 * @param fee null where it is untold
 * @param provider of the wallet, as people know it
 * @param receipt the provider's, known to its customers; null for none
 * @param at since when it is in this state
 * @param fault why its provider has not done it; null where that is not so
 */
public record View(
    String reference,
    Kind kind,
    State state,
    LocalText name,
    Money amount,
    @Nullable Money fee,
    String provider,
    @Nullable String receipt,
    Instant at,
    @Nullable Fault fault) {
  /** The name of the message that tells of {@link State#FAILED}: "failed_funds". */
  public String failed() {
    return Notices.failed(fault);
  }

  @Override
  public String toString() {
    return "View[" + reference + ' ' + state + "]";
  }
}
