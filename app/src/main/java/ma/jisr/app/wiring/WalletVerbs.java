package ma.jisr.app.wiring;

import java.util.List;
import java.util.Map;
import ma.jisr.app.account.Signed;
import ma.jisr.app.exchange.FileDesk;
import ma.jisr.app.exchange.Handover;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.wallet.BenefitsVerb;
import ma.jisr.app.wallet.ClaimsVerb;
import ma.jisr.gateway.account.Accounts;

/**
 * What operators may ask of a running node about claims, benefits, challenges, notices and their
 * audience.
 */
final class WalletVerbs {
  private WalletVerbs() {}

  static Map<String, Signed> of(
      Repertoire repertoire, Accounts accounts, Settings settings, List<FileDesk> files) {
    WalletWork work = repertoire.wallet();
    return Map.of(
        "notices",
        repertoire.notices().verb(accounts, settings.data()),
        "audience",
        repertoire.audience().verb(settings.data()),
        "challenges",
        repertoire
            .challenges()
            .verb(settings.data(), FileDoor.of(files, ChallengeWork.THINGS), accounts),
        "claims",
        new ClaimsVerb(work.claims()),
        "benefits",
        new BenefitsVerb(work.benefits(), new Handover(settings.data())));
  }
}
