package ma.jisr.service.notices.area;

import ma.jisr.base.GeoPoint;

/**
 * The box that shapes must lie in: Morocco (20.7 to 36 degrees north, 17.2 to 0.9 west) and a good
 * degree around it, since weather is drawn over the sea and the borders.
 */
final class Country {
  private static final double SOUTH = 19.5;
  private static final double NORTH = 37.5;
  private static final double WEST = -19;
  private static final double EAST = 0.5;

  private Country() {}

  /**
   * @throws IllegalArgumentException when a point lies outside; it says so of a longitude that was
   *     written first, which would lie inside
   */
  static void check(GeoPoint point) {
    if (has(point.lat(), point.lon())) return;
    if (has(point.lon(), point.lat()))
      throw new IllegalArgumentException(
          "a point lies outside the country, its latitude must be written first");
    throw new IllegalArgumentException("a point lies outside the country");
  }

  private static boolean has(double lat, double lon) {
    return lat >= SOUTH && lat <= NORTH && lon >= WEST && lon <= EAST;
  }
}
