package ma.jisr.app.rights;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import ma.jisr.base.Actor;
import ma.jisr.base.Role;
import ma.jisr.base.Territory;
import ma.jisr.map.hotspot.Deed;
import ma.jisr.map.hotspot.Rights;
import ma.jisr.service.shops.ShopDeed;
import ma.jisr.service.shops.ShopRights;

/**
 * Where somebody stands to a place: in which role, with which territory. What they may do there is
 * read from the one table, {@link Rights}, by every test of rights, whichever way they ask.
 *
 * @param covers whether the place lies in the territory
 */
public record Stand(Role role, Territory territory, boolean covers) {
  /** The place that it is about. */
  public static final String PLACE = "al-haouz.amizmiz";

  /** Each with whether it covers the place. */
  private static final Map<Territory, Boolean> TERRITORIES = new LinkedHashMap<>();

  static {
    TERRITORIES.put(Territory.of(Set.of(PLACE)), true);
    TERRITORIES.put(Territory.of(Set.of("safi", "al-haouz")), true);
    TERRITORIES.put(Territory.of(Set.of("marrakech-safi")), true);
    TERRITORIES.put(Territory.EVERYWHERE, true);
    TERRITORIES.put(Territory.NOWHERE, false);
    TERRITORIES.put(Territory.of(Set.of("zagora", "casablanca-settat")), false);
  }

  /** Every role in every territory. */
  public static Stream<Stand> all() {
    return Stream.of(Role.values())
        .flatMap(
            role ->
                TERRITORIES.entrySet().stream()
                    .map(where -> new Stand(role, where.getKey(), where.getValue())));
  }

  /** The same of those who can have an account. */
  public static Stream<Stand> accounts() {
    return all().filter(stand -> stand.role() != Role.PERSON);
  }

  /** Whether the table lets them. */
  public boolean may(Deed deed) {
    return Rights.of(role).contains(deed) && covers;
  }

  /** The same of shops, which have a table of their own. */
  public boolean may(ShopDeed deed) {
    return ShopRights.of(role).contains(deed) && covers;
  }

  public Actor actor() {
    return new Actor("somebody", role, territory);
  }

  @Override
  public String toString() {
    return role + (territory.everywhere() ? " everywhere" : " of " + territory.areas());
  }
}
