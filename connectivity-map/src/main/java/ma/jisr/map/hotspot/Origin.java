package ma.jisr.map.hotspot;

import ma.jisr.base.GeoPoint;
import ma.jisr.map.place.Area;

/**
 * From where somebody asks.
 *
 * @param point the point
 * @param exact whether they stand there; else it is a place's point
 * @param place the id of the place that they named; "" when they named none
 */
public record Origin(GeoPoint point, boolean exact, String place) {
  /** Somewhere in a place of the gazetteer. */
  public static Origin in(Area area) {
    return new Origin(area.point(), false, area.id());
  }

  /** Where the network says that the phone is. */
  public static Origin at(GeoPoint point) {
    return new Origin(point, true, "");
  }

  /** Whether the spot is in the named place itself, so that a distance would say nothing. */
  public boolean isIn(Hotspot hotspot) {
    return !place.isEmpty() && place.equals(hotspot.place());
  }
}
