package ma.jisr.service.wallet.gsma;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/** How Jisr shows a provider who is asking. Secrets: {@code toString()} shows none. */
public sealed interface Credentials {
  /** A name and a secret in every request (RFC 7617). */
  record Basic(String user, String secret) implements Credentials {
    @Override
    public String toString() {
      return "Basic[hidden]";
    }
  }

  /** One secret that does not change, in every request (RFC 6750). */
  record Bearer(String secret) implements Credentials {
    public Bearer {
      if (!Tokens.sendable(secret))
        throw new IllegalArgumentException("a bearer's secret is of visible ASCII characters");
    }

    @Override
    public String toString() {
      return "Bearer[hidden]";
    }
  }

  /**
   * Tokens that pass, fetched with a name and a secret (OAuth 2.0 client credentials, RFC 6749,
   * 4.4).
   *
   * @param tokens where: https, or this machine
   * @param scope what for; null when the provider asks for none
   */
  record OAuth(URI tokens, String client, String secret, @Nullable String scope)
      implements Credentials {
    public OAuth {
      Endpoint.of(tokens);
    }

    @Override
    public String toString() {
      return "OAuth[hidden]";
    }
  }
}
