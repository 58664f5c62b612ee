package ma.jisr.gateway.account;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import ma.jisr.base.Role;

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

  /** The same for a bearer of another role: what that may not have is gone for good. */
  Token within(Role role) {
    Set<Scope> left = new HashSet<>(scopes);
    left.retainAll(Scope.within(role));
    return new Token(id, hash, left, created, expires);
  }

  boolean expired(Instant now) {
    return !now.isBefore(expires);
  }
}
