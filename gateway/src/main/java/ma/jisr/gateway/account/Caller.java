package ma.jisr.gateway.account;

import java.util.Set;
import ma.jisr.base.Actor;

/**
 * Who has shown a good token, or {@link #ANYBODY} where none is asked for.
 *
 * @param actor on whose behalf they act
 * @param token the token's id
 * @param scopes what the token is good for and the role has
 */
public record Caller(Actor actor, String token, Set<Scope> scopes) {
  /** Who asks what anybody may ask. */
  public static final Caller ANYBODY = new Caller(Actor.person("anybody"), "", Set.of());

  public Caller {
    scopes = Set.copyOf(scopes);
  }
}
