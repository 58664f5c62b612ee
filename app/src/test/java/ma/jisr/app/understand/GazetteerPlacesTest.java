package ma.jisr.app.understand;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Stream;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.nlp.value.EntityReader;
import ma.jisr.nlp.value.Found;
import ma.jisr.nlp.value.PlaceReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Places in messages, over the gazetteer that comes with the product. */
class GazetteerPlacesTest {
  private static final EntityReader VALUES = EntityReader.bundled();
  private static final PlaceReader PLACES =
      VALUES.places(new GazetteerPlaces(StarterGazetteer.read()));

  static Stream<String[]> rows() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(GazetteerPlacesTest.class.getResourceAsStream("places.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(line -> line.split("\\|", 2))
              .toList()
              .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void finds(String text, String place) {
    assertEquals(place, PLACES.read(text, VALUES.read(text)).map(Found::value).orElse(""), text);
  }
}
