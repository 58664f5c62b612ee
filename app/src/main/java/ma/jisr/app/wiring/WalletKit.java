package ma.jisr.app.wiring;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import ma.jisr.app.settings.LinkSettings;
import ma.jisr.base.Vault;
import ma.jisr.gateway.session.Keys;
import ma.jisr.service.wallet.payment.CapBook;
import ma.jisr.service.wallet.payment.NumberTable;
import ma.jisr.service.wallet.port.SimRisk;
import ma.jisr.service.wallet.port.WalletPort;

/**
 * What a deployment gives those who pay.
 *
 * @param secrets the keys of payments, payees, claims and benefits
 * @param providers of wallets, in the order in which they are asked; none where there are none
 * @param numbers whose wallet is where, as far as it is known
 * @param caps what may be paid
 * @param risk tells whose card is new
 * @param settle by link: how long a handset needs until a prompt reaches it
 * @param link by which somebody is written to of whom nothing is known
 * @param random unpredictable
 */
public record WalletKit(
    Secrets secrets,
    List<WalletPort> providers,
    NumberTable numbers,
    CapBook caps,
    SimRisk risk,
    Function<String, Duration> settle,
    String link,
    RandomGenerator random) {
  public WalletKit {
    providers = List.copyOf(providers);
  }

  /** The keys of the parts. */
  public record Secrets(Vault payments, Vault payees, Vault claims, Vault benefits) {
    /** Of a deployment's keys. */
    static Secrets of(Keys keys, RandomGenerator random) {
      return new Secrets(
          new Vault(keys.part("payments"), random),
          new Vault(keys.part("payees"), random),
          new Vault(keys.part("claims"), random),
          new Vault(keys.part("benefits"), random));
    }
  }

  /** For a world in which nobody pays: what flows are declared with, and looked at. */
  public static WalletKit none() {
    RandomGenerator random = new SecureRandom();
    Vault vault = Vault.passing(random);
    return new WalletKit(
        new Secrets(vault, vault, vault, vault),
        List.of(),
        NumberTable.EMPTY,
        CapBook.defaults(),
        SimRisk.NONE,
        link -> LinkSettings.Ussd.SETTLE,
        "",
        random);
  }

  /** The same with providers, for a play. */
  public WalletKit with(WalletPort... others) {
    return new WalletKit(secrets, List.of(others), numbers, caps, risk, settle, link, random);
  }

  /** The same where somebody of whom nothing is known is written to by this link. */
  public WalletKit by(String first) {
    return new WalletKit(secrets, providers, numbers, caps, risk, settle, first, random);
  }
}
