package ma.jisr.base;

/**
 * A point on the earth, WGS 84.
 *
 * @param lat degrees north, -90 to 90
 * @param lon degrees east, -180 to 180
 */
public record GeoPoint(double lat, double lon) {
  /** Mean earth radius, metres (IUGG R1). */
  public static final double EARTH_RADIUS_METRES = 6_371_008.8;

  public GeoPoint {
    if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180))
      throw new IllegalArgumentException("not a point on the earth");
  }

  /** Great-circle distance, metres (haversine). */
  public double metresTo(GeoPoint other) {
    double dLat = Math.toRadians(other.lat - lat) / 2;
    double dLon = Math.toRadians(other.lon - lon) / 2;
    double a =
        Math.sin(dLat) * Math.sin(dLat)
            + Math.cos(Math.toRadians(lat))
                * Math.cos(Math.toRadians(other.lat))
                * Math.sin(dLon)
                * Math.sin(dLon);
    return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(a)));
  }
}
