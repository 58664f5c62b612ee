package ma.jisr.app.wiring;

import java.util.Map;
import ma.jisr.app.account.Signed;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wallet.BenefitsVerb;
import ma.jisr.app.wallet.ClaimsVerb;

/** What operators may ask of a running node about claims and benefits. */
final class WalletVerbs {
  private WalletVerbs() {}

  static Map<String, Signed> of(WalletWork work, Settings settings) {
    return Map.of(
        "claims",
        new ClaimsVerb(work.claims()),
        "benefits",
        new BenefitsVerb(work.benefits(), new Handover(settings.data())));
  }
}
