package ma.jisr.service.wallet.gsma;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Where a provider is asked: a host and the path before all of its resources. Plain HTTP is taken
 * for this machine only, where the sandbox is; numbers and secrets travel encrypted.
 *
 * @param path "" or "/v1.2/mm", without a slash at its end
 */
record Endpoint(boolean encrypted, String host, int port, String path) {
  private static final int HTTP = 80;
  private static final int HTTPS = 443;
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  /**
   * @throws IllegalArgumentException when it is no address that may be asked
   */
  static Endpoint of(URI uri) {
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    String host = uri.getHost();
    boolean encrypted = scheme.equals("https");
    if (host == null || !(encrypted || (scheme.equals("http") && HERE.contains(host))))
      throw new IllegalArgumentException("a provider's address is https://…, or on this machine");
    if (uri.getRawQuery() != null || uri.getRawFragment() != null || uri.getRawUserInfo() != null)
      throw new IllegalArgumentException("a provider's address has no query, fragment or user");
    int port = uri.getPort() > 0 ? uri.getPort() : encrypted ? HTTPS : HTTP;
    String path = uri.getRawPath() == null ? "" : uri.getRawPath();
    while (path.endsWith("/")) path = path.substring(0, path.length() - 1);
    return new Endpoint(encrypted, host.toLowerCase(Locale.ROOT), port, path);
  }

  /** The host as sockets want it: an IPv6 address without its brackets. */
  String name() {
    return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
  }

  /** Whether an absolute address is of the same scheme, host and port. */
  boolean same(URI other) {
    String scheme = String.valueOf(other.getScheme()).toLowerCase(Locale.ROOT);
    if (!scheme.equals(encrypted ? "https" : "http") || other.getHost() == null) return false;
    int its = other.getPort() > 0 ? other.getPort() : encrypted ? HTTPS : HTTP;
    return host.equals(other.getHost().toLowerCase(Locale.ROOT))
        && its == port
        && other.getRawUserInfo() == null;
  }
}
