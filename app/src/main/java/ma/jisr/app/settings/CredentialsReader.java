package ma.jisr.app.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import ma.jisr.service.wallet.gsma.Credentials;

/** Reads how somebody who is asked over HTTP knows us: {@code auth}, and what belongs to it. */
final class CredentialsReader {
  private CredentialsReader() {}

  /** Empty when they cannot be used; the problems have been told. */
  static Optional<Credentials> read(Section section) {
    String kind = section.oneOf("auth", "basic", List.of("basic", "bearer", "oauth"));
    Secret secret = section.secret("secret", "JISR_WALLET_SECRET");
    String user = kind.equals("bearer") ? "" : section.required("user", "Write the account's name");
    try {
      return switch (kind) {
        case "bearer" -> Optional.of(new Credentials.Bearer(secret.value()));
        case "oauth" ->
            address(section, "tokens")
                .map(
                    tokens ->
                        new Credentials.OAuth(
                            tokens, user, secret.value(), section.text("scope").orElse(null)));
        default -> Optional.of(new Credentials.Basic(user, secret.value()));
      };
    } catch (IllegalArgumentException e) {
      section.problem("auth", "cannot be used: " + e.getMessage(), "See docs/wallet.md");
      return Optional.empty();
    }
  }

  static Optional<URI> address(Section section, String key) {
    String text = section.required(key, "Write for example " + key + ": https://api.example.ma");
    if (text.isEmpty()) return Optional.empty();
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException e) {
      section.problem(
          key, "is no address", "Write for example " + key + ": https://api.example.ma");
      return Optional.empty();
    }
  }
}
