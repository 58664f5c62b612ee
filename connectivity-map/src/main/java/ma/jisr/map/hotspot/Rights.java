package ma.jisr.map.hotspot;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;

/**
 * Who may do what with hotspots: one table, whichever way somebody asks. Each of it within the
 * actor's territory only; that of an administrator is everywhere, because their account says so.
 */
public final class Rights {
  private static final Set<Deed> READING = EnumSet.of(Deed.READ, Deed.HISTORY, Deed.EXPORT);
  private static final Set<Deed> FIELD =
      EnumSet.of(Deed.READ, Deed.HISTORY, Deed.CREATE, Deed.CONFIRM);
  private static final Set<Deed> NOTHING = EnumSet.noneOf(Deed.class);
  private static final Set<Deed> ALL = EnumSet.allOf(Deed.class);

  private Rights() {}

  /**
   * @param way the id of the place that it is about and the ids of the areas that this lies in
   */
  public static boolean allow(Actor actor, Deed deed, Collection<String> way) {
    return of(actor.role()).contains(deed) && actor.territory().covers(way);
  }

  /** What a role may do in its territory. */
  public static Set<Deed> of(Role role) {
    Set<Deed> may =
        switch (role) {
          // Anybody may ask for what is near and report what is wrong, which changes nothing here.
          case PERSON -> NOTHING;
          case VIEWER, OFFICIAL -> READING;
          case AGENT -> FIELD;
          case OPERATOR, ADMINISTRATOR -> ALL;
        };
    return Set.copyOf(may);
  }
}
