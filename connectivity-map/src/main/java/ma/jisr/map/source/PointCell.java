package ma.jisr.map.source;

import ma.jisr.base.GeoPoint;
import ma.jisr.map.table.BadCellException;

/** A point of a file: on the earth, and not with its two numbers in the wrong order. */
final class PointCell {
  private PointCell() {}

  /**
   * @throws BadCellException when it cannot be meant
   */
  static GeoPoint point(double lat, double lon) {
    if (!(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180))
      throw new BadCellException("this is no point on the earth");
    // The country lies between 20 and 36 degrees north and 1 and 18 degrees west.
    if (lat >= -18 && lat <= -0.9 && lon >= 20 && lon <= 36.5)
      throw new BadCellException("lat and lon have changed places");
    return new GeoPoint(lat, lon);
  }
}
