package ma.jisr.app.settings;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Proxies;

/** Reads {@code api} and {@code audit}. */
final class ApiReader {
  /** Beyond, ask whether a program should not keep a copy. */
  private static final int MOST_RATE = 10_000;

  /** The usual port of the administration's listener, where both are set. */
  private static final int ADMIN_PORT = 8082;

  private final Path folder;

  /**
   * @param folder where relative paths begin
   */
  ApiReader(Path folder) {
    this.folder = folder;
  }

  ApiSettings read(Section root) {
    Section api = root.section("api");
    Optional<Listener> open = listener(api, "public", ApiSettings.PORT);
    Optional<Listener> admin = listener(api, "admin", ADMIN_PORT);
    ApiSettings off = ApiSettings.OFF;
    int token = (int) api.whole("token-rate", off.tokenRate(), 1, MOST_RATE);
    int address = (int) api.whole("address-rate", off.addressRate(), 1, MOST_RATE);
    Proxies proxies = proxies(api);
    api.finish();
    Section audit = root.section("audit");
    Duration keep =
        audit.duration("keep", off.auditKeep(), Duration.ofDays(1), Duration.ofDays(3_650));
    audit.finish();
    return new ApiSettings(open, admin, token, address, proxies, keep);
  }

  private Optional<Listener> listener(Section api, String name, int port) {
    if (!api.has(name)) return Optional.empty();
    Section section = api.section(name);
    String host = section.text("host", "127.0.0.1");
    int number = (int) section.whole("port", port, 0, 65_535);
    Optional<Listener.Tls> tls = tls(section);
    boolean accepted = section.text("plaintext", "").equals("accepted");
    if (tls.isEmpty() && !accepted && !isLoopback(host))
      section.problem(
          "host",
          "is reached from other machines, and the tokens would go unencrypted",
          "Give tls: {certificate: FILE, key: FILE}, or plaintext: accepted behind a proxy that"
              + " encrypts");
    section.finish();
    return Optional.of(new Listener(host, number, tls));
  }

  private static Proxies proxies(Section api) {
    try {
      return Proxies.of(api.words("proxies"));
    } catch (IllegalArgumentException e) {
      api.problem(
          "proxies",
          "names what is no address and no network: " + e.getMessage(),
          "Write addresses or networks, such as proxies: [\"127.0.0.1\", \"10.0.0.0/8\"]");
      return Proxies.NONE;
    }
  }

  private Optional<Listener.Tls> tls(Section listener) {
    if (!listener.has("tls")) return Optional.empty();
    Section tls = listener.section("tls");
    String certificate = tls.required("certificate", "Name the PEM file of the chain");
    String key = tls.required("key", "Name the PEM file of the private key");
    tls.finish();
    return Optional.of(new Listener.Tls(folder.resolve(certificate), folder.resolve(key)));
  }

  private static boolean isLoopback(String host) {
    return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
  }
}
