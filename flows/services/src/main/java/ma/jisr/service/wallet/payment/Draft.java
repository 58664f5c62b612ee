package ma.jisr.service.wallet.payment;

import java.time.Instant;
import ma.jisr.base.LocalText;
import ma.jisr.base.Money;
import ma.jisr.base.Msisdn;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.WalletPort;
import org.jspecify.annotations.Nullable;

/**
 * A payment that is being prepared: in memory only, for it has numbers. Immutable.
 *
 * @param key of the call, and the payment's id
 * @param number that pays
 * @param to who is paid
 * @param port the provider of the payer's wallet
 * @param wish the same as caps see it
 * @param again whether the same was asked for just before
 * @param fee null for untold
 * @param now when
 */
record Draft(
    String key,
    Intent intent,
    Msisdn number,
    Party payer,
    To to,
    Party payee,
    WalletPort port,
    Wish wish,
    boolean again,
    @Nullable Money fee,
    Instant now) {

  /**
   * Whom it goes to, as far as the register or the payer says.
   *
   * @param told the number of whoever is told, E.164 digits; null for nobody
   */
  record To(LocalText name, Account account, @Nullable String told) {
    @Override
    public String toString() {
      return "To[hidden]";
    }
  }

  /** With the name that the payee's provider tells. */
  Draft named(String name) {
    To named = new To(LocalText.same(name), to.account(), to.told());
    return new Draft(key, intent, number, payer, named, payee, port, wish, again, fee, now);
  }

  Draft again(boolean before) {
    return new Draft(key, intent, number, payer, to, payee, port, wish, before, fee, now);
  }

  Draft priced(Money at) {
    return new Draft(key, intent, number, payer, to, payee, port, wish, again, at, now);
  }

  @Override
  public String toString() {
    return "Draft[hidden]";
  }
}
