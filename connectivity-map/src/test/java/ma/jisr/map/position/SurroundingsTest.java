package ma.jisr.map.position;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Level;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.StarterGazetteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In which commune somebody is. */
final class SurroundingsTest {
  private static final Gazetteer GAZETTEER =
      StarterGazetteer.read()
          .with(
              List.of(
                  place("al-haouz.known", "al-haouz.asni", Level.LOCALITY, 31.20, -8.25),
                  place("al-haouz.lost", "", Level.LOCALITY, 31.20, -8.25),
                  place("al-haouz.small-town", "", Level.CENTRE, 31.25, -7.98),
                  place("al-haouz.part", "al-haouz.asni", Level.ARRONDISSEMENT, 31.20, -8.25)));

  private final Surroundings surroundings = new Surroundings(GAZETTEER);

  private static Place place(String id, String commune, Level level, double lat, double lon) {
    return new Place(
        id,
        "al-haouz",
        commune,
        level,
        LocalText.same(id),
        List.of(),
        new GeoPoint(lat, lon),
        false,
        0,
        Map.of());
  }

  @ParameterizedTest
  @CsvSource({
    "al-haouz.known,      al-haouz.asni",
    "al-haouz.lost,       al-haouz.amizmiz",
    "al-haouz.small-town, al-haouz.asni",
    "al-haouz.part,       al-haouz.part",
    "al-haouz.amizmiz,    al-haouz.amizmiz",
    "al-haouz,            al-haouz",
    "marrakech-safi,      marrakech-safi",
  })
  void villagesLieInCommunes(String id, String commune) {
    Area area = GAZETTEER.area(id).orElseThrow();
    assertEquals(commune, surroundings.commune(area).id());
  }

  @Test
  void aPointHasAPlaceButForTheMiddleOfTheSea() {
    Optional<Area> place = surroundings.nearest(new GeoPoint(31.2180, -8.2340));
    assertEquals("al-haouz.amizmiz", place.orElseThrow().id());
    assertEquals(Optional.empty(), surroundings.nearest(new GeoPoint(60, -60)));
  }
}
