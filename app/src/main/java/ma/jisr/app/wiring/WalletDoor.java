package ma.jisr.app.wiring;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import ma.jisr.app.settings.LinkSettings;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.settings.WalletSettings;
import ma.jisr.base.Vault;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.gateway.session.Keys;
import ma.jisr.sandbox.wallet.account.Issuer;
import ma.jisr.service.wallet.gsma.CallbackServer;
import ma.jisr.service.wallet.gsma.CallbackTokens;
import ma.jisr.service.wallet.gsma.Callbacks;
import ma.jisr.service.wallet.gsma.Encryption;
import ma.jisr.service.wallet.gsma.GsmaSettings;
import ma.jisr.service.wallet.gsma.GsmaWallet;
import ma.jisr.service.wallet.gsma.SimSwap;
import ma.jisr.service.wallet.payment.NumberTable;
import ma.jisr.service.wallet.port.Hints;
import ma.jisr.service.wallet.port.SimRisk;
import ma.jisr.service.wallet.port.WalletPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a running node meets the providers of wallets: the connections to them, and the listener
 * that they call back.
 */
final class WalletDoor {
  /** How long a listener may take to start. */
  private static final long START_SECONDS = 30;

  private static final Duration STOP = Duration.ofSeconds(5);

  private static final Logger LOG = LoggerFactory.getLogger(WalletDoor.class);

  private final Hearing hearing;
  private final WalletKit kit;

  private WalletDoor(Hearing hearing, WalletKit kit) {
    this.hearing = hearing;
    this.kit = kit;
  }

  /** What a node is handed to start it. */
  record Ground(
      Vertx vertx,
      Settings settings,
      Keys keys,
      List<LinkSettings> links,
      Counters counters,
      SecureRandom random,
      Stopping stopping) {}

  /**
   * Opens it; what it has to stop is pushed.
   *
   * @param sandbox the providers of a simulated world, given where they call back; empty beside
   *     real ones
   */
  static WalletDoor open(Ground on, Optional<Function<URI, List<GsmaSettings>>> sandbox)
      throws Exception {
    WalletSettings settings = on.settings().wallet();
    Vault vault = new Vault(on.keys().part("wallet callbacks"), on.random());
    CallbackTokens tokens = new CallbackTokens(vault);
    Hearing hearing = new Hearing();
    List<GsmaSettings> providers = new ArrayList<>();
    if (sandbox.isPresent()) {
      var both = Stream.of(Issuer.values()).map(issuer -> new Callbacks(issuer.id())).toList();
      CallbackServer server = listen(on, "127.0.0.1", 0, "", both, tokens, hearing);
      URI here = URI.create("http://127.0.0.1:" + server.port());
      providers.addAll(sandbox.get().apply(here));
    } else {
      settings.providers().forEach(provider -> providers.add(provider.gsma()));
      if (settings.callbacks().isPresent()) {
        WalletSettings.Door back = settings.callbacks().get();
        String prefix = Optional.ofNullable(back.url().getRawPath()).orElse("");
        var calls = settings.providers().stream().map(WalletSettings.Provider::calls).toList();
        listen(on, back.host(), back.port(), prefix, calls, tokens, hearing);
      }
    }
    List<WalletPort> ports = new ArrayList<>();
    for (GsmaSettings provider : providers) ports.add(connect(on, provider, tokens));
    return new WalletDoor(hearing, kit(on, ports));
  }

  private static WalletPort connect(Ground on, GsmaSettings provider, CallbackTokens tokens) {
    GsmaWallet wallet =
        new GsmaWallet(on.vertx(), provider, tokens, Clock.systemUTC(), UUID::randomUUID);
    on.stopping().push("the wallet " + provider.id(), STOP, wallet::close);
    return wallet;
  }

  private static CallbackServer listen(
      Ground on,
      String host,
      int port,
      String prefix,
      List<Callbacks> providers,
      CallbackTokens tokens,
      Hints hints)
      throws Exception {
    try {
      CallbackServer server =
          CallbackServer.start(
                  on.vertx(),
                  host,
                  port,
                  prefix,
                  providers,
                  tokens,
                  hints,
                  Clock.systemUTC(),
                  (provider, called) ->
                      on.counters()
                          .count(
                              "wallet.callback",
                              Map.of(
                                  "provider",
                                  provider,
                                  "came",
                                  called.name().toLowerCase(Locale.ROOT))))
              .get(START_SECONDS, TimeUnit.SECONDS);
      on.stopping().push("the wallets' callbacks", STOP, server::close);
      return server;
    } catch (ExecutionException e) {
      throw new IOException(
          "cannot listen for callbacks on "
              + host
              + ":"
              + port
              + ". Set wallet.callbacks.port to a free one (0 takes any)",
          e);
    }
  }

  private static WalletKit kit(Ground on, List<WalletPort> ports) throws IOException {
    WalletKit.Secrets secrets = WalletKit.Secrets.of(on.keys(), on.random());
    WalletSettings settings = on.settings().wallet();
    NumberTable numbers =
        settings.numbers().isEmpty()
            ? NumberTable.EMPTY
            : numbers(settings.numbers().get(), secrets.payments());
    return new WalletKit(
        secrets,
        ports,
        numbers,
        settings.caps(),
        risk(on),
        settle(on.links()),
        on.links().isEmpty() ? "" : on.links().getFirst().id(),
        on.random());
  }

  private static SimRisk risk(Ground on) {
    Optional<WalletSettings.Cards> cards = on.settings().wallet().cards();
    if (cards.isEmpty()) return SimRisk.NONE;
    SimSwap risk =
        new SimSwap(
            on.vertx(),
            cards.get().url(),
            cards.get().credentials(),
            Encryption.USUAL,
            Clock.systemUTC(),
            UUID::randomUUID);
    on.stopping().push("the question for cards", STOP, risk::close);
    return risk;
  }

  private static NumberTable numbers(Path file, Vault vault) throws IOException {
    try (Reader text = Files.newBufferedReader(file)) {
      NumberTable table = NumberTable.read(text, vault);
      LOG.info("{} numbers with their wallets known; {} rows left out", table.size(), table.bad());
      table.problems().forEach(problem -> LOG.warn("wallet.numbers: {}", problem));
      return table;
    } catch (IOException e) {
      throw new IOException(
          "wallet.numbers cannot be read: " + e.getMessage() + ". Name a CSV file", e);
    }
  }

  private static Function<String, Duration> settle(List<LinkSettings> links) {
    return id ->
        links.stream()
            .filter(link -> link.id().equals(id))
            .findFirst()
            .map(link -> link.ussd().settle())
            .orElse(LinkSettings.Ussd.SETTLE);
  }

  /** What those who pay are given. */
  WalletKit kit() {
    return kit;
  }

  /** From here on callbacks are heard. */
  void connect(Hints payments) {
    hearing.connect(payments);
  }
}
