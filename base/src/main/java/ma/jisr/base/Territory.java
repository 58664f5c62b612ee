package ma.jisr.base;

import java.util.Collection;
import java.util.Set;

/**
 * The part of the country that somebody is responsible for.
 *
 * @param areas the ids of regions, provinces or places of the gazetteer; all that lies in one of
 *     them belongs to it. Empty: nothing
 * @param everywhere the whole country, whatever the areas
 */
public record Territory(Set<String> areas, boolean everywhere) {
  /** Most areas of one territory: there are 75 provinces. */
  public static final int MOST_AREAS = 100;

  public static final Territory EVERYWHERE = new Territory(Set.of(), true);

  public static final Territory NOWHERE = new Territory(Set.of(), false);

  public Territory {
    if (areas.size() > MOST_AREAS)
      throw new IllegalArgumentException("a territory has at most " + MOST_AREAS + " areas");
    areas = Set.copyOf(areas);
  }

  public static Territory of(Collection<String> areas) {
    return new Territory(Set.copyOf(areas), false);
  }

  /**
   * Whether an area belongs to it.
   *
   * @param way the area's id and the ids of the areas that it lies in, in any order
   */
  public boolean covers(Collection<String> way) {
    return everywhere || way.stream().anyMatch(areas::contains);
  }
}
