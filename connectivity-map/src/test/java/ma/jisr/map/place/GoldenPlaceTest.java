package ma.jisr.map.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stored places of every schema that has been released. None of these files is ever changed. */
final class GoldenPlaceTest {
  private static final String ID = "al-haouz.tizgui-nouamane";

  private static final Place FIRST =
      new Place(
          ID,
          "al-haouz",
          "al-haouz.amizmiz",
          Level.LOCALITY,
          LocalText.of(Language.FR, "Tizgui Nouamane", Language.AR, "تيزكي نعمان"),
          List.of("Tizgi", "تزكي"),
          new GeoPoint(31.22, -8.2),
          true,
          412,
          Map.of(PlaceCode.HCP, "07.041.03.05", PlaceCode.GEONAMES, "2556999"));

  private static String golden(String name) throws IOException {
    String file = name + ".json";
    try (InputStream in =
        Objects.requireNonNull(GoldenPlaceTest.class.getResourceAsStream(file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  @Test
  void theFirstSchemaIsRead() throws IOException {
    assertEquals(FIRST, PlaceJson.read(ID, golden("place-1")));
  }

  @Test
  void itIsWrittenJustSo() throws IOException {
    assertEquals(golden("place-1"), PlaceJson.write(FIRST, "{}"));
  }

  /** What a newer release added stays; what it says itself is replaced. */
  @Test
  void whatIsNotKnownIsKept() throws IOException {
    JsonMapper mapper = new JsonMapper();
    ObjectNode newer = (ObjectNode) mapper.readTree(golden("place-1"));
    newer.put("elevation", 950).put("population", 1);
    ObjectNode written = (ObjectNode) mapper.readTree(PlaceJson.write(FIRST, newer.toString()));
    assertEquals(950, written.path("elevation").asInt());
    assertEquals(FIRST, PlaceJson.read(ID, written.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"level\":\"hamlet\",\"lat\":31.2,\"lon\":-8.2,\"name\":{\"fr\":\"X\"}}",
        "{\"level\":\"locality\",\"lon\":-8.2,\"name\":{\"fr\":\"X\"}}",
        "{\"level\":\"locality\",\"lat\":131.2,\"lon\":-8.2,\"name\":{\"fr\":\"X\"}}",
        "{\"level\":\"locality\",\"lat\":31.2,\"lon\":-8.2,\"name\":{}}"
      })
  void whatIsNoPlaceIsRefused(String json) {
    assertThrows(IllegalArgumentException.class, () -> PlaceJson.read(ID, json));
  }
}
