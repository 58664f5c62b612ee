package ma.jisr.map.position;

import ma.jisr.base.GeoPoint;

/**
 * The box around Morocco's twelve regions, and what it tells of coordinates: north and east of it
 * do not overlap, so that swapped ones are seen.
 */
public final class Country {
  private static final double SOUTH = 20.7;
  private static final double NORTH = 36.1;
  private static final double WEST = -17.3;
  private static final double EAST = -0.9;

  private Country() {}

  /** Whether a point lies in the box: the sea near the coast and the neighbours' edges too. */
  public static boolean contains(GeoPoint point) {
    return contains(point.lat(), point.lon());
  }

  static boolean contains(double lat, double lon) {
    return lat >= SOUTH && lat <= NORTH && lon >= WEST && lon <= EAST;
  }
}
