package ma.jisr.map.exchange;

import java.util.List;
import ma.jisr.map.place.Gazetteer;

/** Which areas a place lies in: what somebody's territory is held against. */
final class Ways {
  private Ways() {}

  /** The ids of the place and of what it lies in; of an unknown one its own. */
  static List<String> of(Gazetteer gazetteer, String place) {
    return gazetteer.area(place).map(gazetteer::way).orElse(List.of(place));
  }
}
