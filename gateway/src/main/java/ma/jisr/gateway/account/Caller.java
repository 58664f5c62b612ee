package ma.jisr.gateway.account;

import java.util.Set;
import ma.jisr.base.Actor;

/**
 * Who has shown a good token.
 *
 * @param actor on whose behalf they act
 * @param token the token's id
 * @param scopes what the token is good for and the role has
 */
public record Caller(Actor actor, String token, Set<Scope> scopes) {
  public Caller {
    scopes = Set.copyOf(scopes);
  }
}
