package ma.jisr.map.exchange.sheet;

import org.jspecify.annotations.Nullable;

/** The middle of the box around some points, degrees: where a line or an area is said to be. */
final class Middle {
  private double south;
  private double north;
  private double west;
  private double east;
  private boolean some;
  private boolean settled;

  void clear() {
    some = false;
    settled = false;
  }

  /** Latitude and longitude of one more point; null for one that is not known. */
  void add(double @Nullable [] point) {
    if (point == null || settled) return;
    south = some ? Math.min(south, point[0]) : point[0];
    north = some ? Math.max(north, point[0]) : point[0];
    west = some ? Math.min(west, point[1]) : point[1];
    east = some ? Math.max(east, point[1]) : point[1];
    some = true;
  }

  /** No further point is looked at. */
  void settle() {
    settled = some;
  }

  boolean isEmpty() {
    return !some;
  }

  /** Whether it is one point, and not between several. */
  boolean isPoint() {
    return south == north && west == east;
  }

  double[] point() {
    if (isPoint()) return new double[] {south, west};
    return new double[] {(south + north) / 2, (west + east) / 2};
  }
}
