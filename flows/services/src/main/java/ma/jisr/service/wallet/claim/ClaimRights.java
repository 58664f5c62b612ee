package ma.jisr.service.wallet.claim;

import ma.jisr.base.Actor;
import ma.jisr.base.Role;

/**
 * Who may see and answer claims, whichever way they ask: operators and administrators whose
 * territory is the whole country, for a payment has no place. Whoever made one sees their own.
 */
public final class ClaimRights {
  private ClaimRights() {}

  public static boolean allow(Actor actor) {
    return of(actor.role()) && actor.territory().everywhere();
  }

  /** Whether a role may at all. */
  public static boolean of(Role role) {
    return switch (role) {
      case PERSON, VIEWER, OFFICIAL, AGENT -> false;
      case OPERATOR, ADMINISTRATOR -> true;
    };
  }
}
