package ma.jisr.gateway.api;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headers that every answer has: nothing is cached, framed, sniffed or run. */
final class Headers {
  private static final Map<String, String> ALWAYS =
      Map.of(
          "cache-control", "private, no-cache",
          "content-security-policy", "default-src 'none'; frame-ancestors 'none'",
          "cross-origin-resource-policy", "same-origin",
          "referrer-policy", "no-referrer",
          "vary", "Accept, Authorization",
          "x-content-type-options", "nosniff");

  private static final Map<String, String> ENCRYPTED =
      Stream.concat(
              ALWAYS.entrySet().stream(),
              Stream.of(Map.entry("strict-transport-security", "max-age=31536000")))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private Headers() {}

  /**
   * @param encrypted whether the listener speaks TLS, so that browsers may insist on it
   */
  static Map<String, String> of(boolean encrypted) {
    return encrypted ? ENCRYPTED : ALWAYS;
  }
}
