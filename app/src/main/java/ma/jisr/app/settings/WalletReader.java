package ma.jisr.app.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import ma.jisr.gateway.api.Listener;
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
    Optional<WalletSettings.Callbacks> callbacks = callbacks(wallet);
    @Nullable URI callback = callbacks.map(WalletSettings.Callbacks::url).orElse(null);
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
    wallet.finish();
    return new WalletSettings(providers, callbacks, numbers);
  }

  private Optional<WalletSettings.Callbacks> callbacks(Section wallet) {
    if (!wallet.has("callbacks")) return Optional.empty();
    Section section = wallet.section("callbacks");
    Listener listener = new Listening(folder).read(section, PORT, "what providers tell");
    Optional<URI> url = ProviderReader.address(section, "url");
    section.finish();
    return url.map(address -> new WalletSettings.Callbacks(listener, address));
  }
}
