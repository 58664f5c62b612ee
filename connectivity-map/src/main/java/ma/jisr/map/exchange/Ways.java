package ma.jisr.map.exchange;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;

/** Which areas a place lies in: what somebody's territory is held against. */
final class Ways {
  private Ways() {}

  /** The ids of the place and of what it lies in; of an unknown one its own. */
  static List<String> of(Gazetteer gazetteer, String place) {
    List<String> way = new ArrayList<>(List.of(place));
    Area area = gazetteer.area(place).orElse(null);
    if (area == null) return way;
    gazetteer
        .provinceOf(area)
        .ifPresent(
            province -> {
              way.add(province.id());
              way.add(province.region());
            });
    return way;
  }
}
