package ma.jisr.service.audience;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.Province;
import ma.jisr.map.place.Region;

/**
 * The names of lists of subscribers. Who follows a place stands in its list, in that of the commune
 * in which it lies and in that of the province: a notice for a province reads one list, in which
 * everybody is once.
 */
public final class Lists {
  /** Everybody who may be written to. */
  public static final String ALL = "all";

  private static final String PLACE = "p:";
  private static final String GROUP = "g:";

  private Lists() {}

  /** Who follows a place, or one that lies in it; also of a province's id. */
  public static String place(String id) {
    return PLACE + id;
  }

  /** The members of a group. */
  public static String group(String id) {
    return GROUP + id;
  }

  /** Whether it is a group's. */
  public static boolean isGroup(String list) {
    return list.startsWith(GROUP);
  }

  /** The id of the place, province or group whose list it is; "" of {@link #ALL}. */
  public static String id(String list) {
    return list.equals(ALL) ? "" : list.substring(PLACE.length());
  }

  /**
   * The lists to read for whoever is in an area: one, but for a region, which has one for each of
   * its provinces. Empty for an unknown id.
   */
  public static Set<String> of(Gazetteer gazetteer, String area) {
    return gazetteer.area(area).map(found -> of(gazetteer, found)).orElse(Set.of());
  }

  private static Set<String> of(Gazetteer gazetteer, Area area) {
    Set<String> lists = new LinkedHashSet<>();
    switch (area) {
      case Region region ->
          gazetteer.provinces(region.id()).forEach(one -> lists.add(place(one.id())));
      case Province province -> lists.add(place(province.id()));
      case Place place -> lists.add(place(place.id()));
    }
    return lists;
  }

  /** The ids in whose lists who follows a place stands: its own, its commune's, its province's. */
  static List<String> around(Place place) {
    List<String> ids = new ArrayList<>(3);
    ids.add(place.id());
    if (!place.commune().isEmpty()) ids.add(place.commune());
    ids.add(place.province());
    return ids;
  }
}
