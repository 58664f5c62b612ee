package ma.jisr.app.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ma.jisr.service.wallet.claim.ClaimTerms;
import ma.jisr.service.wallet.gsma.Callbacks;
import ma.jisr.service.wallet.gsma.Credentials;
import ma.jisr.service.wallet.gsma.GsmaSettings;
import ma.jisr.service.wallet.payment.CapBook;

/**
 * The wallets that people may pay with.
 *
 * @param providers in the order in which a number's wallet is looked for; empty when none is
 *     configured
 * @param callbacks where they call back; empty when they are only asked
 * @param numbers a table of numbers and their providers; empty when providers are asked
 * @param caps what may be paid
 * @param cards who tells of cards that were changed lately; empty where nobody does
 * @param claims until when claims are answered
 */
public record WalletSettings(
    List<Provider> providers,
    Optional<Door> callbacks,
    Optional<Path> numbers,
    CapBook caps,
    Optional<Cards> cards,
    ClaimTerms claims) {
  /** No wallets: nothing of them is offered. */
  public static final WalletSettings NONE =
      new WalletSettings(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          CapBook.defaults(),
          Optional.empty(),
          ClaimTerms.USUAL);

  /** Most of them: Morocco counts some twenty offers. */
  static final int MOST_PROVIDERS = 32;

  public WalletSettings {
    providers = List.copyOf(providers);
  }

  /**
   * One provider.
   *
   * @param gsma how it is asked
   * @param calls how it calls back
   * @param tested the record of the test in which it showed what it can do
   */
  public record Provider(GsmaSettings gsma, Callbacks calls, String tested) {}

  /**
   * Where providers call back.
   *
   * @param host on this machine
   * @param port 0 for any that is free
   * @param url as providers reach it
   */
  public record Door(String host, int port, URI url) {}

  /**
   * An operator's SIM Swap API (CAMARA).
   *
   * @param url the address before "/check"
   * @param credentials who asks
   */
  public record Cards(URI url, Credentials credentials) {}
}
