package ma.jisr.service.challenges.register;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.map.place.Gazetteer;

/**
 * Who may do what with challenges: one table, whichever way somebody asks. Each of it within the
 * actor's territory only; a challenge of no place belongs to those whose territory is the whole
 * country. Who owns a challenge closes it from their phone, whatever their role: see {@link
 * ChallengeDesk#closeOwn}.
 */
public final class ChallengeRights {
  private static final Set<ChallengeDeed> READING =
      Set.copyOf(
          EnumSet.of(
              ChallengeDeed.READ,
              ChallengeDeed.HISTORY,
              ChallengeDeed.OFFERS,
              ChallengeDeed.EXPORT));
  private static final Set<ChallengeDeed> FIELD = Set.of(ChallengeDeed.READ);
  private static final Set<ChallengeDeed> ALL = Set.copyOf(EnumSet.allOf(ChallengeDeed.class));

  private ChallengeRights() {}

  /**
   * @param way the id of the place that it is about and the ids of the areas that this lies in;
   *     empty for the whole country
   */
  public static boolean allow(Actor actor, ChallengeDeed deed, Collection<String> way) {
    return of(actor.role()).contains(deed) && actor.territory().covers(way);
  }

  /** The areas that a place lies in; none for "", the whole country. */
  public static Collection<String> way(Gazetteer gazetteer, String place) {
    return place.isEmpty() ? Set.of() : gazetteer.way(place);
  }

  /** What a role may do in its territory. */
  public static Set<ChallengeDeed> of(Role role) {
    return switch (role) {
      case PERSON -> Set.of();
      case VIEWER, OFFICIAL -> READING;
      case AGENT -> FIELD;
      case OPERATOR, ADMINISTRATOR -> ALL;
    };
  }
}
