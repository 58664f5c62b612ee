package ma.jisr.service.notices.area;

import ma.jisr.base.GeoPoint;

/**
 * All that lies within some kilometres of a point.
 *
 * @param kilometres its radius, 0 to {@link #MOST_KILOMETRES}; 0 is the point alone
 */
public record Circle(GeoPoint centre, double kilometres) implements Shape {
  /** Widest radius: half the country; who means all of it names it. */
  public static final double MOST_KILOMETRES = 500;

  private static final double METRES = 1_000;

  /**
   * @throws IllegalArgumentException when it lies outside the country, or is too wide
   */
  public Circle {
    Country.check(centre);
    if (!(kilometres >= 0 && kilometres <= MOST_KILOMETRES))
      throw new IllegalArgumentException(
          "a circle's radius is not 0 to " + (int) MOST_KILOMETRES + " km");
  }

  /**
   * Reads "lat,lon radius".
   *
   * @throws IllegalArgumentException saying what is wrong with it
   */
  public static Circle of(String text) {
    String[] parts = text.strip().split("\\s+", -1);
    if (parts.length != 2)
      throw new IllegalArgumentException("a circle is not written lat,lon radius");
    return new Circle(Coordinates.point(parts[0]), Coordinates.number(parts[1]));
  }

  @Override
  public double metresTo(GeoPoint point) {
    return Math.max(0, centre.metresTo(point) - kilometres * METRES);
  }

  @Override
  public String text() {
    return Coordinates.text(centre) + ' ' + Coordinates.trimmed(kilometres);
  }
}
