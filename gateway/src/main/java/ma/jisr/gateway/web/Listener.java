package ma.jisr.gateway.web;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the API is served.
 *
 * @param host an address of this machine
 * @param port 0 takes a free one
 * @param tls empty: nothing is encrypted, so that it belongs on the loopback or behind a proxy
 */
public record Listener(String host, int port, Optional<Tls> tls) {
  /**
   * What encrypts: PEM files.
   *
   * @param certificate the chain, the server's first
   * @param key its private key, PKCS #8
   */
  public record Tls(Path certificate, Path key) {}
}
