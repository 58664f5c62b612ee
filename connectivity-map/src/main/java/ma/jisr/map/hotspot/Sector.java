package ma.jisr.map.hotspot;

import ma.jisr.base.GeoPoint;

/** One of the eight directions in which something can lie, clockwise. */
public enum Sector {
  NORTH,
  NORTH_EAST,
  EAST,
  SOUTH_EAST,
  SOUTH,
  SOUTH_WEST,
  WEST,
  NORTH_WEST;

  private static final double WIDTH_DEGREES = 360.0 / 8;

  /** The direction in which the great circle from one point to the other starts. */
  public static Sector from(GeoPoint from, GeoPoint to) {
    double a = Math.toRadians(from.lat());
    double b = Math.toRadians(to.lat());
    double east = Math.toRadians(to.lon() - from.lon());
    double y = Math.sin(east) * Math.cos(b);
    double x = Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(east);
    long eighths = Math.round(Math.toDegrees(Math.atan2(y, x)) / WIDTH_DEGREES);
    return values()[(int) Math.floorMod(eighths, 8L)];
  }
}
