package ma.jisr.app.settings;

import java.nio.file.Path;
import java.util.Optional;
import ma.jisr.gateway.api.Listener;

/**
 * Reads where something listens: host, port and TLS, which may be left out on the loopback only.
 */
final class Listening {
  private final Path folder;

  /**
   * @param folder where relative paths begin
   */
  Listening(Path folder) {
    this.folder = folder;
  }

  /**
   * @param port the usual one
   * @param secret what would go unencrypted without TLS
   */
  Listener read(Section section, int port, String secret) {
    String host = section.text("host", "127.0.0.1");
    int number = (int) section.whole("port", port, 0, 65_535);
    Optional<Listener.Tls> tls = tls(section);
    boolean accepted = section.text("plaintext", "").equals("accepted");
    if (tls.isEmpty() && !accepted && !isLoopback(host))
      section.problem(
          "host",
          "is reached from other machines, and " + secret + " would go unencrypted",
          "Give tls: {certificate: FILE, key: FILE}, or plaintext: accepted behind a proxy that"
              + " encrypts");
    return new Listener(host, number, tls);
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
