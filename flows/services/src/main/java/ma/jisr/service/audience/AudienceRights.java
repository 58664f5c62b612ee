package ma.jisr.service.audience;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;

/** Who may do what with an audience, within their territory. Nobody is shown a number. */
public final class AudienceRights {
  private static final Set<AudienceDeed> ALL = Set.copyOf(EnumSet.allOf(AudienceDeed.class));

  private AudienceRights() {}

  /**
   * @param way the id of an area and the ids of those in which it lies; empty for the whole country
   */
  public static boolean allow(Actor actor, AudienceDeed deed, Collection<String> way) {
    return of(actor.role()).contains(deed) && actor.territory().covers(way);
  }

  /** What a role may do in its territory. */
  public static Set<AudienceDeed> of(Role role) {
    return switch (role) {
      case PERSON -> Set.of();
      case VIEWER -> Set.of(AudienceDeed.COUNT);
      case AGENT -> Set.of(AudienceDeed.ENROL);
      case OFFICIAL, OPERATOR, ADMINISTRATOR -> ALL;
    };
  }
}
