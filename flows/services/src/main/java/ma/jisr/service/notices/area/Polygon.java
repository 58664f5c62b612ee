package ma.jisr.service.notices.area;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import ma.jisr.base.GeoPoint;

/**
 * A ring of points and all that it encloses; where it crosses itself, what is enclosed twice is
 * enclosed too: nobody is left out by a slip of the pen.
 *
 * @param points the last one is the first again
 */
public record Polygon(List<GeoPoint> points) implements Shape {
  /** Fewest points, the first one counted twice (CAP 1.2, 3.2.4). */
  public static final int LEAST_POINTS = 4;

  /** Most points of one: coastlines are drawn with hundreds. */
  public static final int MOST_POINTS = 2_000;

  /** Metres of a degree of latitude, on a sphere of the mean radius. */
  private static final double DEGREE = Math.toRadians(1) * GeoPoint.EARTH_RADIUS_METRES;

  /** Square degrees below which a ring is a line: some ten metres square. */
  private static final double NOTHING = 1e-8;

  /**
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public Polygon {
    points = List.copyOf(points);
    if (points.size() < LEAST_POINTS || points.size() > MOST_POINTS)
      throw new IllegalArgumentException(
          "a polygon has not " + LEAST_POINTS + " to " + MOST_POINTS + " points");
    points.forEach(Country::check);
    if (!points.getFirst().equals(points.getLast()))
      throw new IllegalArgumentException(
          "a polygon is not closed: its last point is not its first");
    if (isLine(points)) throw new IllegalArgumentException("a polygon encloses nothing");
  }

  /**
   * Reads "lat,lon lat,lon …".
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Polygon of(String text) {
    List<GeoPoint> points = new ArrayList<>();
    for (String pair : text.strip().split("\\s+", MOST_POINTS + 1))
      points.add(Coordinates.point(pair));
    return new Polygon(points);
  }

  /** Whether all points lie on one line. */
  private static boolean isLine(List<GeoPoint> points) {
    GeoPoint first = points.getFirst();
    for (int i = 1; i + 1 < points.size(); i++)
      if (Math.abs(turn(first, points.get(i), points.get(i + 1))) > NOTHING) return false;
    return true;
  }

  /** Twice the area of a triangle, square degrees; positive when it turns to the left. */
  private static double turn(GeoPoint a, GeoPoint b, GeoPoint c) {
    return (b.lon() - a.lon()) * (c.lat() - a.lat()) - (c.lon() - a.lon()) * (b.lat() - a.lat());
  }

  @Override
  public double metresTo(GeoPoint point) {
    if (encloses(point)) return 0;
    double narrow = Math.cos(Math.toRadians(point.lat()));
    double nearest = Double.MAX_VALUE;
    for (int i = 1; i < points.size(); i++)
      nearest = Math.min(nearest, squareTo(point, points.get(i - 1), points.get(i), narrow));
    return Math.sqrt(nearest) * DEGREE;
  }

  /** Whether the ring winds around a point at all (the winding number is not 0). */
  boolean encloses(GeoPoint point) {
    int winds = 0;
    for (int i = 1; i < points.size(); i++) {
      GeoPoint from = points.get(i - 1);
      GeoPoint to = points.get(i);
      boolean below = from.lat() <= point.lat();
      if (below == to.lat() <= point.lat()) continue;
      double turn = turn(from, to, point);
      if (below && turn > 0) winds++;
      if (!below && turn < 0) winds--;
    }
    return winds != 0;
  }

  /** Square of the distance to an edge, in degrees of latitude, as on a map drawn around here. */
  private static double squareTo(GeoPoint at, GeoPoint from, GeoPoint to, double narrow) {
    double x1 = (from.lon() - at.lon()) * narrow;
    double y1 = from.lat() - at.lat();
    double dx = (to.lon() - at.lon()) * narrow - x1;
    double dy = to.lat() - at.lat() - y1;
    double length = dx * dx + dy * dy;
    double part = length == 0 ? 0 : Math.clamp(-(x1 * dx + y1 * dy) / length, 0, 1);
    double x = x1 + part * dx;
    double y = y1 + part * dy;
    return x * x + y * y;
  }

  @Override
  public String text() {
    return points.stream().map(Coordinates::text).collect(Collectors.joining(" "));
  }
}
