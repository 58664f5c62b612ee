package ma.jisr.service.shops;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;

/**
 * Who may do what with shops: one table, whichever way somebody asks. Each of it within the actor's
 * territory only. Who serves in a shop runs its queues by phone ({@link ShopStaff}) and changes
 * nothing here.
 */
public final class ShopRights {
  private static final Set<ShopDeed> READING =
      Set.copyOf(EnumSet.of(ShopDeed.READ, ShopDeed.HISTORY, ShopDeed.EXPORT, ShopDeed.WATCH));
  private static final Set<ShopDeed> FIELD =
      Set.copyOf(EnumSet.of(ShopDeed.READ, ShopDeed.HISTORY, ShopDeed.WATCH));
  private static final Set<ShopDeed> ALL = Set.copyOf(EnumSet.allOf(ShopDeed.class));

  private ShopRights() {}

  /**
   * @param way the id of the place that it is about and the ids of the areas that this lies in
   */
  public static boolean allow(Actor actor, ShopDeed deed, Collection<String> way) {
    return of(actor.role()).contains(deed) && actor.territory().covers(way);
  }

  /** What a role may do in its territory. */
  public static Set<ShopDeed> of(Role role) {
    return switch (role) {
      case PERSON -> Set.of();
      case VIEWER, OFFICIAL -> READING;
      case AGENT -> FIELD;
      case OPERATOR, ADMINISTRATOR -> ALL;
    };
  }
}
