package ma.jisr.service.notices.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ma.jisr.base.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shapes as alerts write them, good ones beside bad ones. */
final class ShapeTest {
  /** Around the plain of Marrakech, some 40 km by 40 km. */
  private static final String SQUARE = "31.4,-8.2 31.4,-7.8 31.8,-7.8 31.8,-8.2 31.4,-8.2";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          31.4,-8.2 31.4,-7.8 31.8,-7.8 31.4,-8.2                  | ok
          31.4,-8.2  31.4,-7.8 31.8,-7.8   31.4,-8.2               | ok
          31.4,-8.2 31.4,-7.8 31.4,-8.2                            | 4 to 2000 points
          31.4,-8.2 31.4,-7.8 31.8,-7.8 31.8,-8.2                  | not closed
          31.4,-8.2 31.5,-8.2 31.6,-8.2 31.4,-8.2                  | encloses nothing
          -8.2,31.4 -7.8,31.4 -7.8,31.8 -8.2,31.4                  | latitude must be written first
          48.8,2.3 48.9,2.3 48.9,2.4 48.8,2.3                      | outside the country
          31.4,-8.2 31.4,-7.8 91,-7.8 31.4,-8.2                    | not a point on the earth
          31.4,-8.2,0 31.4,-7.8,0 31.8,-7.8,0 31.4,-8.2,0          | not written lat,lon
          31.4;-8.2 31.4;-7.8 31.8;-7.8 31.4;-8.2                  | not written lat,lon
          31.4, -8.2 31.4, -7.8 31.8, -7.8 31.4, -8.2              | not written as a decimal
          NaN,-8.2 31.4,-7.8 31.8,-7.8 NaN,-8.2                    | not written as a decimal
          0x1p4,-8.2 31.4,-7.8 31.8,-7.8 0x1p4,-8.2                | not written as a decimal
          3e1,-8.2 31.4,-7.8 31.8,-7.8 3e1,-8.2                    | not written as a decimal
          ''                                                       | not written lat,lon
          """)
  void polygons(String text, String told) {
    check(() -> Polygon.of(text), told);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          31.6295,-7.9811 15      | ok
          31.6295,-7.9811 0       | ok
          31.6295,-7.9811 0.5     | ok
          31.6295,-7.9811 -1      | not 0 to 500 km
          31.6295,-7.9811 501     | not 0 to 500 km
          31.6295,-7.9811         | not written lat,lon radius
          31.6295,-7.9811 15 km   | not written lat,lon radius
          -7.9811,31.6295 15      | latitude must be written first
          31.6295 -7.9811         | not written lat,lon
          """)
  void circles(String text, String told) {
    check(() -> Circle.of(text), told);
  }

  private static void check(Runnable read, String told) {
    if (told.equals("ok")) read.run();
    else {
      var refused = assertThrows(IllegalArgumentException.class, read::run);
      assertTrue(String.valueOf(refused.getMessage()).contains(told), refused.getMessage());
    }
  }

  @Test
  void aPolygonHasABoundNumberOfPoints() {
    String many = "31.4,-8.2 31.4,-7.8 31.8,-7.8 ".repeat(Polygon.MOST_POINTS) + "31.4,-8.2";
    assertThrows(IllegalArgumentException.class, () -> Polygon.of(many));
  }

  @ParameterizedTest
  @CsvSource({
    "31.6, -8.0, 0",
    "31.4, -8.0, 0",
    "31.41, -8.19, 0",
    // A hundredth of a degree to the south, to the east, and beside a corner.
    "31.39, -8.0, 1112",
    "31.6, -7.79, 947",
    "31.39, -7.79, 1463",
    "32.0, -8.0, 22239",
  })
  void metresToASquare(double lat, double lon, double metres) {
    assertEquals(metres, Polygon.of(SQUARE).metresTo(new GeoPoint(lat, lon)), 2);
  }

  @Test
  void whichWayItIsDrawnDoesNotMatter() {
    String turned = "31.4,-8.2 31.8,-8.2 31.8,-7.8 31.4,-7.8 31.4,-8.2";
    assertEquals(0, Polygon.of(turned).metresTo(new GeoPoint(31.6, -8.0)));
  }

  @Test
  void whatIsEnclosedTwiceIsIn() {
    // A star of five: its middle is encircled twice.
    String star = "32,-8 31,-7.6 31.6,-8.6 31.6,-7.4 31,-8.4 32,-8";
    assertEquals(0, Polygon.of(star).metresTo(new GeoPoint(31.4, -8)));
    assertTrue(Polygon.of(star).metresTo(new GeoPoint(31.05, -8)) > 0);
  }

  @Test
  void metresToACircle() {
    Circle circle = Circle.of("31.6,-8 10");
    assertEquals(0, circle.metresTo(new GeoPoint(31.65, -8)));
    assertEquals(1_119, circle.metresTo(new GeoPoint(31.7, -8)), 2);
  }

  @Test
  void theyAreWrittenAsTheyAreRead() {
    assertEquals(SQUARE, Polygon.of(SQUARE).text());
    assertEquals("31.6,-8 12.5", Circle.of("31.600,-8.0000000001 12.50").text());
  }
}
