package ma.jisr.app.settings;

import java.time.Duration;
import java.util.Optional;
import ma.jisr.gateway.account.Audit;
import ma.jisr.gateway.api.CallLimits;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Proxies;

/**
 * Where the API is served, and to how much.
 *
 * @param open the listener for programs; empty: none
 * @param admin the listener that serves the administration too; empty: none
 * @param tokenRate requests a second of each token
 * @param addressRate requests a second of each address
 * @param proxies in front of the listeners, whose word on who asks is taken
 * @param auditKeep how long the audit trail is kept, whole days
 * @param address host, and port where it is an unusual one, by which people reach its pages on the
 *     web; empty where they cannot
 */
public record ApiSettings(
    Optional<Listener> open,
    Optional<Listener> admin,
    int tokenRate,
    int addressRate,
    Proxies proxies,
    Duration auditKeep,
    Optional<String> address) {
  /** Served nowhere. */
  public static final ApiSettings OFF =
      new ApiSettings(
          Optional.empty(),
          Optional.empty(),
          CallLimits.Rate.TOKEN.count(),
          CallLimits.Rate.ADDRESS.count(),
          Proxies.NONE,
          Audit.KEEP,
          Optional.empty());

  /** The port of a sandbox's listener, and the usual one of the first. */
  public static final int PORT = 8081;

  private static final String LOOPBACK = "127.0.0.1";

  /** All of it on the loopback: only accounts and tokens are missing, and those one makes. */
  static ApiSettings ofSandbox() {
    return new ApiSettings(
        Optional.empty(),
        Optional.of(new Listener(LOOPBACK, PORT, Optional.empty())),
        OFF.tokenRate,
        OFF.addressRate,
        OFF.proxies,
        OFF.auditKeep,
        Optional.of(LOOPBACK + ':' + PORT));
  }
}
