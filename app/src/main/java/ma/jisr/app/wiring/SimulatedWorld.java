package ma.jisr.app.wiring;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.math.BigDecimal;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import ma.jisr.app.settings.LinkSettings;
import ma.jisr.app.settings.Secret;
import ma.jisr.app.settings.Settings;
import ma.jisr.sandbox.Sandbox;
import ma.jisr.sandbox.SandboxSettings;
import ma.jisr.sandbox.centre.CentreSettings;
import ma.jisr.sandbox.phone.Tariff;
import ma.jisr.sandbox.wallet.WalletSettings;
import ma.jisr.sandbox.wallet.account.Issuer;
import ma.jisr.service.wallet.gsma.Credentials;
import ma.jisr.service.wallet.gsma.Encryption;
import ma.jisr.service.wallet.gsma.GsmaSettings;
import ma.jisr.service.wallet.port.Capabilities;
import ma.jisr.service.wallet.port.Kind;

/**
 * The sandbox, and the link that leads to it as to any operator.
 *
 * @param sandbox running
 * @param link with the password of this run
 */
record SimulatedWorld(Sandbox sandbox, LinkSettings link) {
  private static final String SYSTEM_ID = "jisr";

  /** SMPP 3.4 5.2.2: a password has eight characters at most. */
  private static final int PASSWORD_BYTES = 4;

  private static final Duration IDLE = Duration.ofSeconds(90);
  private static final Duration SESSION = Duration.ofMinutes(5);
  private static final Duration HOLD = Duration.ofDays(1);
  private static final long SMS_CENTIMES = 100;

  /** The first of the vendors' tags. */
  private static final int CELL_TAG = 0x1400;

  /**
   * Starts it on a free port of the loopback. Times are longer than an operator's: whoever tries it
   * reads, too.
   */
  static Future<SimulatedWorld> start(Vertx vertx, Settings settings, SecureRandom random) {
    byte[] bytes = new byte[PASSWORD_BYTES];
    random.nextBytes(bytes);
    String password = HexFormat.of().formatHex(bytes);
    Tariff tariff = new Tariff(BigDecimal.valueOf(SMS_CENTIMES, 2), BigDecimal.valueOf(0, 2));
    CentreSettings centre =
        new CentreSettings(
            settings.codes().sms(), settings.codes().ussd(), IDLE, SESSION, HOLD, tariff, CELL_TAG);
    var server = new ma.jisr.sandbox.smpp.LinkSettings(0, SYSTEM_ID, password);
    var wallet = WalletSettings.usual(settings.data());
    return Sandbox.start(vertx, new SandboxSettings(server, centre, settings.data(), wallet))
        .map(sandbox -> new SimulatedWorld(sandbox, link(sandbox.port(), password)));
  }

  /** Its two wallets, each with a door of its own; everything works as docs/wallet.md says. */
  List<GsmaSettings> providers(URI callback) {
    Capabilities all = new Capabilities(Set.of(Kind.values()), true, true, true, true);
    return Stream.of(Issuer.values())
        .map(
            issuer ->
                new GsmaSettings(
                    issuer.id(),
                    issuer.title(),
                    sandbox.wallet().base(issuer),
                    new Credentials.Bearer(sandbox.wallet().secret()),
                    null,
                    null,
                    SYSTEM_ID,
                    callback,
                    all,
                    GsmaSettings.USUAL_STATUSES,
                    null,
                    Encryption.USUAL,
                    GsmaSettings.LONGEST_ANSWER))
        .toList();
  }

  private static LinkSettings link(int port, String password) {
    return new LinkSettings(
        "sandbox",
        "sandbox",
        "127.0.0.1",
        port,
        SYSTEM_ID,
        new Secret(password),
        "transceiver",
        100,
        500,
        "gsm7",
        true,
        false,
        Set.of("sms", "ussd"),
        List.of(),
        Optional.of(0L),
        new LinkSettings.Ussd("standard", IDLE, SESSION, 160, LinkSettings.Ussd.SETTLE),
        new LinkSettings.Tariff(Optional.of(SMS_CENTIMES), Optional.of(0L)),
        OptionalInt.of(CELL_TAG));
  }
}
