package ma.jisr.sandbox.wallet.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Who may ask: whoever shows the secret of this run, by name and secret (RFC 7617), as it is (RFC
 * 6750), or by a token that passes (RFC 6749, 4.4).
 */
final class Trust {
  /** The name that goes with the secret. */
  static final String CLIENT = "jisr";

  /** How long a token is good for: short enough that some pass within a demonstration. */
  static final Duration TOKEN = Duration.ofMinutes(10);

  private static final int TOKENS = 100;
  private static final String BASIC = "Basic ";
  private static final String BEARER = "Bearer ";
  private final byte[] basic;
  private final byte[] bearer;
  private final Supplier<String> random;
  private final Map<String, Instant> tokens = new LinkedHashMap<>();

  Trust(String secret, Supplier<String> random) {
    this.basic = octets(BASIC + Base64.getEncoder().encodeToString(octets(CLIENT + ":" + secret)));
    this.bearer = octets(BEARER + secret);
    this.random = random;
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the Authorization header shows somebody who may. */
  boolean permits(@Nullable String authorization, Instant now) {
    if (authorization == null) {
      return false;
    }
    byte[] shown = octets(authorization);
    return MessageDigest.isEqual(shown, basic)
        || MessageDigest.isEqual(shown, bearer)
        || permitsToken(authorization, now);
  }

  private boolean permitsToken(String authorization, Instant now) {
    Instant until =
        authorization.startsWith(BEARER)
            ? tokens.get(authorization.substring(BEARER.length()))
            : null;
    return until != null && now.isBefore(until);
  }

  /** Whether the header shows name and secret themselves, for which a token is given. */
  boolean permitsName(@Nullable String authorization) {
    return authorization != null && MessageDigest.isEqual(octets(authorization), basic);
  }

  /** A new token. */
  String token(Instant now) {
    String token = random.get();
    tokens.put(token, now.plus(TOKEN));
    if (tokens.size() > TOKENS) {
      tokens.remove(tokens.keySet().iterator().next());
    }
    return token;
  }

  /** Lets all tokens pass at once. */
  void expire() {
    tokens.clear();
  }
}
