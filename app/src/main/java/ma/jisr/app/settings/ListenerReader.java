package ma.jisr.app.settings;

import java.nio.file.Path;
import java.util.Optional;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Proxies;

/** Reads where something is served over HTTP. */
final class ListenerReader {
  private final Path folder;

  /**
   * @param folder where relative paths begin
   */
  ListenerReader(Path folder) {
    this.folder = folder;
  }

  /**
   * Host, port and encryption; the section is left open.
   *
   * @param secrets what would go unencrypted: "the tokens"
   */
  Listener read(Section section, int port, String secrets) {
    String host = section.text("host", "127.0.0.1");
    int number = (int) section.whole("port", port, 0, 65_535);
    Optional<Listener.Tls> tls = tls(section);
    boolean accepted = section.text("plaintext", "").equals("accepted");
    if (tls.isEmpty() && !accepted && !isLoopback(host))
      section.problem(
          "host",
          "is reached from other machines, and " + secrets + " would go unencrypted",
          "Give tls: {certificate: FILE, key: FILE}, or plaintext: accepted behind a proxy that"
              + " encrypts");
    return new Listener(host, number, tls);
  }

  /** The proxies whose word on who asks is taken. */
  static Proxies proxies(Section section) {
    return networks(section, "proxies");
  }

  /** Addresses or networks under a key. */
  static Proxies networks(Section section, String key) {
    try {
      return Proxies.of(section.words(key));
    } catch (IllegalArgumentException e) {
      section.problem(
          key,
          "names what is no address and no network: " + e.getMessage(),
          "Write addresses or networks, such as " + key + ": [\"127.0.0.1\", \"10.0.0.0/8\"]");
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
