package ma.jisr.service.wallet.benefit;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;

/** Who may do what with batches of benefits, within their territory. Nobody sees who is in one. */
public final class BenefitRights {
  private static final Set<BenefitDeed> ALL = Set.copyOf(EnumSet.allOf(BenefitDeed.class));

  private BenefitRights() {}

  /**
   * @param way the id of the batch's area and the ids of the areas that it lies in; empty for the
   *     whole country
   */
  public static boolean allow(Actor actor, BenefitDeed deed, Collection<String> way) {
    return of(actor.role()).contains(deed) && actor.territory().covers(way);
  }

  /** What a role may do in its territory. */
  public static Set<BenefitDeed> of(Role role) {
    return switch (role) {
      case PERSON, AGENT -> Set.of();
      case VIEWER, OFFICIAL -> Set.of(BenefitDeed.STATUS);
      case OPERATOR, ADMINISTRATOR -> ALL;
    };
  }
}
