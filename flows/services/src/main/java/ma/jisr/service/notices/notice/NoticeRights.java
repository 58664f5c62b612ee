package ma.jisr.service.notices.notice;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;

/**
 * Who may do what with notices: one table, whichever way somebody asks. All that a notice names
 * must lie in the actor's territory, groups by the area whose officials keep them; groups of no
 * area are for those whose territory is the whole country.
 */
public final class NoticeRights {
  private static final Set<Deed> READING =
      Set.copyOf(EnumSet.of(Deed.READ, Deed.HISTORY, Deed.REPORT));
  private static final Set<Deed> WRITING =
      Set.copyOf(EnumSet.complementOf(EnumSet.of(Deed.START, Deed.EXPIRE, Deed.FINISH)));
  private static final Set<Deed> ALL = Set.copyOf(EnumSet.allOf(Deed.class));

  /** Who does what nobody does: its time had come. */
  public static final Actor CLOCK =
      new Actor("notices.clock", Role.ADMINISTRATOR, Territory.EVERYWHERE);

  private NoticeRights() {}

  /**
   * @param ways of each of the places that it names, and of the area of each of its groups: its id
   *     and the ids of the areas in which it lies
   * @param groups whether it is for groups of no area
   */
  public static boolean allow(
      Actor actor, Deed deed, Collection<? extends Collection<String>> ways, boolean groups) {
    if (!of(actor.role()).contains(deed)) return false;
    Territory territory = actor.territory();
    if (groups && !territory.everywhere()) return false;
    return ways.stream().allMatch(territory::covers);
  }

  /** What a role may do in its territory. */
  public static Set<Deed> of(Role role) {
    return switch (role) {
      case PERSON, AGENT -> Set.of();
      case VIEWER -> READING;
      case OFFICIAL, OPERATOR -> WRITING;
      case ADMINISTRATOR -> ALL;
    };
  }
}
