package ma.jisr.service.wallet.claim;

import java.time.Instant;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.payment.State;
import ma.jisr.service.wallet.port.Kind;
import org.jspecify.annotations.Nullable;

/**
 * A payment as it stood when it was disputed: copied once, and never changed.
 *
 * @param name of the payee, masked where it is a person
 * @param provider of the payer's wallet
 * @param receipt the provider's; null for none
 * @param at since when it was in its state
 * @param frozen when this was copied
 * @param head hash of the last line of its journal, which its digests vouch for
 */
public record Evidence(
    String reference,
    Kind kind,
    State state,
    LocalText name,
    Money amount,
    @Nullable Money fee,
    String provider,
    @Nullable String receipt,
    Instant at,
    Instant frozen,
    String head) {
  /** Whether a provider may have been asked for it at all. */
  boolean asked() {
    return switch (state) {
      case CREATED, CONFIRMED, EXPIRED, CANCELLED -> false;
      default -> true;
    };
  }

  @Override
  public String toString() {
    return "Evidence[" + reference + ' ' + state + "]";
  }
}
