package ma.jisr.service.wallet.payment;

import java.time.Instant;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.wallet.port.SimRisk;
import org.jspecify.annotations.Nullable;

/**
 * What a payment is about: fixed when it is prepared.
 *
 * @param asked hash of the intent: whoever repeats the call means the same
 * @param person the payer's id
 * @param channel by which it was asked for
 * @param provider the id of the payer's wallet's provider
 * @param code of the payee in the register; "" for none
 * @param about sealed: the bill's or customer's number, or the number topped up
 * @param invoice what whoever is paid is told it is for; "" for nothing
 * @param fee null for untold
 * @param name of the payee, masked where it is a person
 * @param tells the id of whoever is told that they were paid; null for nobody
 * @param again whether the same had been asked for just before
 * @param interchange that held then, basis points, and whose figure that is
 * @param level of the payer's wallet, 1 to 3; 0 for unknown
 * @param risk what was known of the payer's card
 * @param made when it was prepared
 */
record Terms(
    String asked,
    String person,
    String channel,
    String provider,
    Kind kind,
    String code,
    Party payer,
    Party payee,
    String about,
    String invoice,
    Money amount,
    @Nullable Money fee,
    LocalText name,
    @Nullable String tells,
    boolean again,
    Interchange interchange,
    int level,
    SimRisk.Risk risk,
    Instant made) {

  /**
   * What wallets' providers pay each other.
   *
   * @param basisPoints of the amount
   * @param version whose figure, and of when
   */
  public record Interchange(int basisPoints, String version) {}

  /** The same without what is sealed: nobody can tell any more of whom. */
  Terms blind() {
    return new Terms(
        asked,
        person,
        channel,
        provider,
        kind,
        code,
        payer.blind(),
        payee.blind(),
        "",
        invoice,
        amount,
        fee,
        name,
        tells,
        again,
        interchange,
        level,
        risk,
        made);
  }

  @Override
  public String toString() {
    return "Terms[" + kind + "]";
  }
}
