package ma.jisr.app.settings;

import java.net.URI;
import java.net.URISyntaxException;

/**
 * Reads where a provider is called: {@code base}. Nobody but whom the settings name is ever called.
 */
final class BaseReader {
  private BaseReader() {}

  /**
   * @param usual where it is called if nothing else stands there; "" where there is no such place
   */
  static URI read(Section link, String usual) {
    try {
      URI base = new URI(link.text("base", usual));
      boolean web = "https".equals(base.getScheme()) || "http".equals(base.getScheme());
      if (web && base.getHost() != null && base.getRawQuery() == null) {
        if (base.getScheme().equals("http") && !LinkReader.isPrivate(base.getHost()))
          link.problem(
              "base",
              "is a public address without TLS, and secrets would go unencrypted",
              "Write https://, or go through a tunnel to a private address");
        return base;
      }
    } catch (URISyntaxException e) {
      // Told below, with those that are no address of the web.
    }
    link.problem(
        "base", "is not where the provider is called", "Write for example base: https://api.host");
    return URI.create("http://127.0.0.1");
  }
}
