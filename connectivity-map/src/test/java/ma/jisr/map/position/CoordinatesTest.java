package ma.jisr.map.position;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import ma.jisr.base.GeoPoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CoordinatesTest {
  /** Each row names the square of Marrakech: 31.6258, -7.9892, to a thousandth of a degree. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "31.6258,-7.9892",
        "31.6258, -7.9892",
        "31.6258 -7.9892",
        "31.6258;-7.9892",
        "(31.6258, -7.9892)",
        "31,6258 -7,9892",
        "31,6258; -7,9892",
        "31,6258, -7,9892",
        "-7.9892, 31.6258",
        "31.6258 7.9892",
        "7.9892 31.6258",
        "٣١٫٦٢٥٨، -٧٫٩٨٩٢",
        "٣١.٦٢٥٨ −٧.٩٨٩٢",
        "31°37'32.9\"N 7°59'21.1\"W",
        "31° 37′ 32.9″ N, 7° 59′ 21.1″ W",
        "31 37 32.9 N 7 59 21.1 W",
        "31 37.548 n 7 59.352 o",
        "N31.6258 W7.9892",
        "N 31.6258, O 7.9892",
        "W 7.9892 N 31.6258",
        "31.6258N 7.9892W",
        "https://maps.google.com/?q=31.6258,-7.9892",
        "https://maps.google.com/maps?q=31.6258%2C-7.9892&z=17&hl=fr",
        "https://www.google.com/maps/@31.6258,-7.9892,17z",
        "https://www.google.com/maps/place/Jemaa/@31.70,-8.10,12z/data=!3m1!8m2!3d31.6258!4d-7.9892",
        "https://www.google.com/maps/search/?api=1&query=31.6258,-7.9892",
        "https://www.google.com/maps/search/31.6258,+-7.9892",
        "https://maps.apple.com/?ll=31.6258,-7.9892&q=Place",
        "https://www.openstreetmap.org/?mlat=31.6258&mlon=-7.9892#map=12/31.7/-8.1",
        "https://www.openstreetmap.org/#map=18/31.6258/-7.9892",
        "geo:31.6258,-7.9892?z=17",
        "je suis ici https://maps.google.com/?q=31.6258,-7.9892 merci"
      })
  void readsThemHoweverWritten(String text) {
    GeoPoint point = Coordinates.read(text).orElseThrow();
    assertEquals(31.6258, point.lat(), 0.001);
    assertEquals(-7.9892, point.lon(), 0.001);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          31.63,-8.0   | 31.63 | -8.0
          31.63 -8.0   | 31.63 | -8.0
          23.7,-15.9   | 23.7  | -15.9
          35.9 -5.3    | 35.9  | -5.3
          """)
  void roundOnesToo(String text, double lat, double lon) {
    assertEquals(Optional.of(new GeoPoint(lat, lon)), Coordinates.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "amizmiz",
        "1042",
        "264",
        "264 31",
        "31.63",
        "31.5 8.5",
        "48.8566, 2.3522",
        "0612345678",
        "06 12 34 56 78",
        "31.6258,-7.9892,12",
        "N31.6 N8.0",
        "31 75 N 8 0 W",
        "31.6258 N",
        "N",
        "NO",
        "12h30 31.6258 -7.9892 demain",
        "31.6258S 7.9892E",
        "https://maps.google.com/?q=48.8566,2.3522",
        "°°°''\"\"",
        "1.2.3.4 5.6.7.8"
      })
  void anythingElseIsNone(String text) {
    assertEquals(Optional.empty(), Coordinates.read(text));
  }

  /** Whatever comes: an answer, and only points of the country. */
  @Test
  void nonsenseIsSurvived() {
    SplittableRandom random = new SplittableRandom(5);
    String alphabet = "0123456789.,;-+ NSEWO°'\"/@?=&#!geoqlmap٣٫،\n\uD83D\uDE00";
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(40); n > 0; n--)
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      assertTrue(
          Coordinates.read(text.toString()).map(Country::contains).orElse(true), text::toString);
    }
    assertEquals(Optional.empty(), Coordinates.read("3".repeat(Coordinates.MAX_TEXT + 1)));
    assertEquals(Optional.empty(), Coordinates.read("31.6 ".repeat(100)));
  }
}
