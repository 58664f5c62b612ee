package ma.jisr.app.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import ma.jisr.gateway.api.Listener;
import ma.jisr.service.wallet.gsma.GsmaSettings;

/**
 * The wallets that people may pay with.
 *
 * @param providers in the order in which a number's wallet is looked for; empty when none is
 *     configured
 * @param callbacks where they call back; empty when they are only asked
 * @param numbers a table of numbers and their providers; empty when providers are asked
 */
public record WalletSettings(
    List<Provider> providers, Optional<Callbacks> callbacks, Optional<Path> numbers) {
  /** No wallets: nothing of them is offered. */
  public static final WalletSettings NONE =
      new WalletSettings(List.of(), Optional.empty(), Optional.empty());

  /** Most of them: Morocco counts some twenty offers. */
  static final int MOST_PROVIDERS = 32;

  public WalletSettings {
    providers = List.copyOf(providers);
  }

  /**
   * One provider.
   *
   * @param gsma how it is asked
   * @param prefixes of numbers that it is likely to have: a hint, since numbers are portable
   * @param tested the record of the test in which it showed what it can do
   */
  public record Provider(GsmaSettings gsma, List<String> prefixes, String tested) {
    public Provider {
      prefixes = List.copyOf(prefixes);
    }
  }

  /**
   * Where providers call back.
   *
   * @param listener on this machine
   * @param url as providers reach it, without a slash at its end
   */
  public record Callbacks(Listener listener, URI url) {}
}
