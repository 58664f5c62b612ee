package ma.jisr.map.position;

import ma.jisr.base.GeoPoint;

/**
 * Where somebody is, as far as is known.
 *
 * @param point the middle of where they may be
 * @param withinMetres how far from it they may be; 0 when they stand there
 */
public record Position(GeoPoint point, double withinMetres) {
  /** What is as good as there: a distance in metres can be told. */
  public static final double EXACT_METRES = 100;

  public boolean isExact() {
    return withinMetres <= EXACT_METRES;
  }
}
