package ma.jisr.service.wallet.payee;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.map.place.Gazetteer;

/**
 * Who may do what with payees: one table, whichever way somebody asks. Each of it within the
 * actor's territory only; a payee of no place, as billers are, belongs to those whose territory is
 * the whole country.
 */
public final class PayeeRights {
  private static final Set<PayeeDeed> READING =
      Set.copyOf(EnumSet.of(PayeeDeed.READ, PayeeDeed.HISTORY, PayeeDeed.EXPORT));
  private static final Set<PayeeDeed> FIELD = Set.of(PayeeDeed.READ);
  private static final Set<PayeeDeed> ALL = Set.copyOf(EnumSet.allOf(PayeeDeed.class));

  private PayeeRights() {}

  /**
   * @param way the id of the place that it is about and the ids of the areas that this lies in;
   *     empty for the whole country
   */
  public static boolean allow(Actor actor, PayeeDeed deed, Collection<String> way) {
    return of(actor.role()).contains(deed) && actor.territory().covers(way);
  }

  /** The areas that a place lies in; none for "", the whole country. */
  public static Collection<String> way(Gazetteer gazetteer, String place) {
    return place.isEmpty() ? Set.of() : gazetteer.way(place);
  }

  /** What a role may do in its territory. */
  public static Set<PayeeDeed> of(Role role) {
    return switch (role) {
      case PERSON -> Set.of();
      case VIEWER, OFFICIAL -> READING;
      case AGENT -> FIELD;
      case OPERATOR, ADMINISTRATOR -> ALL;
    };
  }
}
