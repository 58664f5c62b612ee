package ma.jisr.map.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ma.jisr.base.GeoPoint;
import ma.jisr.map.place.Area;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OutlineTest {
  private static final Outline OUTLINE = Outline.read();

  @ParameterizedTest
  @CsvSource({
    "31.6260, -7.9900, true, Marrakech",
    "35.7880, -5.8100, true, the port of Tanger",
    "27.1500, -13.2000, true, Laayoune",
    "23.7100, -15.9400, true, Dakhla on its spit",
    "34.6800, -1.9100, true, Oujda",
    "36.1400, -5.3500, false, Gibraltar",
    "34.8800, -1.3200, false, Tlemcen",
    "28.1200, -15.4300, false, Las Palmas",
    "33.0000, -9.5000, false, the sea",
    "40.6700, -73.7800, false, New York",
    "-7.9900, 31.6260, false, swapped",
    "0, 0, false, nowhere",
  })
  void aPointIsInTheCountryOrNot(double lat, double lon, boolean within, String where) {
    assertEquals(within, OUTLINE.has(new GeoPoint(lat, lon)), where);
  }

  @Test
  void everyPlaceOfTheGazetteerIsInIt() {
    for (Area area : Desk.GAZETTEER.areas())
      assertEquals(true, OUTLINE.has(area.point()), area.id());
  }
}
