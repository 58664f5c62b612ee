package ma.jisr.app.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.jisr.service.wallet.claim.ClaimTerms;
import ma.jisr.service.wallet.gsma.Credentials;
import ma.jisr.service.wallet.payment.CapBook;
import org.jspecify.annotations.Nullable;

/** Reads {@code wallet}: the providers of wallets, and where they call back. */
final class WalletReader {
  /** The usual port of the callbacks' listener. */
  private static final int PORT = 8090;

  private final Path folder;

  /**
   * @param folder where relative paths begin
   */
  WalletReader(Path folder) {
    this.folder = folder;
  }

  WalletSettings read(Section root, boolean sandbox) {
    if (!root.has("wallet")) return WalletSettings.NONE;
    if (sandbox) {
      root.problem(
          "wallet", "stands beside the sandbox, which brings its own", "Write sandbox: false");
      return WalletSettings.NONE;
    }
    Section wallet = root.section("wallet");
    Optional<WalletSettings.Door> callbacks = callbacks(wallet);
    @Nullable URI callback = callbacks.map(WalletSettings.Door::url).orElse(null);
    List<WalletSettings.Provider> providers = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (Section section : wallet.sections("providers"))
      new ProviderReader(section, folder, callback)
          .read()
          .ifPresent(
              provider -> {
                if (!ids.add(provider.gsma().id()))
                  section.problem("id", "is used by two providers", "Give each its own");
                providers.add(provider);
              });
    if (providers.size() > WalletSettings.MOST_PROVIDERS)
      wallet.problem(
          "providers", "are more than " + WalletSettings.MOST_PROVIDERS, "Keep those in use");
    Optional<Path> numbers = wallet.text("numbers").map(folder::resolve);
    CapBook caps = CapsReader.read(wallet);
    Optional<WalletSettings.Cards> cards = cards(wallet);
    ClaimTerms claims = ClaimTermsReader.read(wallet);
    wallet.finish();
    return new WalletSettings(providers, callbacks, numbers, caps, cards, claims);
  }

  private Optional<WalletSettings.Door> callbacks(Section wallet) {
    if (!wallet.has("callbacks")) return Optional.empty();
    Section section = wallet.section("callbacks");
    String host = section.text("host", "127.0.0.1");
    int port = (int) section.whole("port", PORT, 0, 65_535);
    Optional<URI> url = CredentialsReader.address(section, "url");
    boolean accepted = section.text("plaintext", "").equals("accepted");
    if (!LinkReader.isPrivate(host) && !accepted)
      section.problem(
          "host",
          "is reached from other machines, and what providers tell would go unencrypted",
          "Let a proxy that encrypts stand before it, or write plaintext: accepted");
    section.finish();
    return url.map(address -> new WalletSettings.Door(host, port, address));
  }

  private static Optional<WalletSettings.Cards> cards(Section wallet) {
    if (!wallet.has("sim-swap")) return Optional.empty();
    Section section = wallet.section("sim-swap");
    Optional<URI> url = CredentialsReader.address(section, "url");
    Optional<Credentials> credentials = CredentialsReader.read(section);
    section.finish();
    return url.flatMap(base -> credentials.map(who -> new WalletSettings.Cards(base, who)));
  }
}
