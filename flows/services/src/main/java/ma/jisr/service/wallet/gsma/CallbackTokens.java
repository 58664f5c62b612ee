package ma.jisr.service.wallet.gsma;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import ma.jisr.base.Vault;

/**
 * The path at which a provider calls back about one order: its last part is made of the provider
 * and the order under a key of ours, so that nobody makes up another's, and nothing need be kept.
 */
public final class CallbackTokens {
  private static final String PURPOSE = "wallet.callback";

  private final Vault vault;

  /**
   * @param vault of the callbacks alone
   */
  public CallbackTokens(Vault vault) {
    this.vault = vault;
  }

  /** "/provider/correlation/token". */
  String path(String provider, UUID correlation) {
    return '/' + provider + '/' + correlation + '/' + token(provider, correlation);
  }

  /** Whether a token is that of the provider and the order; in the same time for all. */
  boolean good(String provider, UUID correlation, String token) {
    return MessageDigest.isEqual(
        token(provider, correlation).getBytes(StandardCharsets.US_ASCII),
        token.getBytes(StandardCharsets.UTF_8));
  }

  private String token(String provider, UUID correlation) {
    byte[] hash = vault.hash(PURPOSE, provider + '/' + correlation);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }
}
