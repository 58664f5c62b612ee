package ma.jisr.app.api;

import java.util.List;
import ma.jisr.map.place.Gazetteer;

/** What a place lies in, for territories. */
final class Ways {
  private Ways() {}

  /** The id itself and those of the areas around it; of an unknown place the id alone. */
  static List<String> of(Gazetteer gazetteer, String place) {
    return gazetteer.area(place).map(gazetteer::way).orElse(List.of(place));
  }
}
