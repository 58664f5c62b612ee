package ma.jisr.map.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ma.jisr.base.GeoPoint;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SectorTest {
  /** Rows: from Marrakech to another town, and where a map shows it. */
  @ParameterizedTest
  @CsvSource({
    "33.57, -7.59, NORTH", // Casablanca
    "34.03, -5.00, NORTH_EAST", // Fes
    "31.97, -6.57, EAST", // Azilal
    "30.93, -6.92, SOUTH_EAST", // Ouarzazate
    "30.20, -8.10, SOUTH",
    "30.43, -9.60, SOUTH_WEST", // Agadir
    "31.51, -9.77, WEST", // Essaouira
    "32.30, -9.24, NORTH_WEST" // Safi
  })
  void isWhereAMapShowsIt(double lat, double lon, Sector expected) {
    assertEquals(expected, Sector.from(new GeoPoint(31.63, -7.99), new GeoPoint(lat, lon)));
  }
}
