package ma.jisr.gateway.account;

import java.time.Instant;
import java.util.Set;

/**
 * What an account keeps of a token that it has given out. The token itself was shown once.
 *
 * @param id eight letters, to be listed and revoked by; opens nothing
 * @param hash of the token's text, under the deployment's key
 * @param scopes what it is good for, as far as the account's role goes at the time of its use
 * @param created when it was given out
 * @param expires the first moment at which it is good for nothing
 */
public record Token(String id, String hash, Set<Scope> scopes, Instant created, Instant expires) {
  public Token {
    scopes = Set.copyOf(scopes);
  }

  boolean expired(Instant now) {
    return !now.isBefore(expires);
  }
}
