package ma.jisr.service.notices.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.base.Territory;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Level;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.PlaceCode;
import ma.jisr.map.place.StarterGazetteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which places an area reaches, and what others call them. */
final class AreasTest {
  private static final Gazetteer STARTER = StarterGazetteer.read();

  /** Two douars of a commune whose own point lies 20 km to the north of them. */
  private static final Gazetteer GAZETTEER =
      STARTER.with(
          List.of(
              place("al-haouz.asni", "", Level.COMMUNE, 31.25, -7.98, "07.041.09.03"),
              place("al-haouz.imlil", "al-haouz.asni", Level.LOCALITY, 31.137, -7.919, ""),
              place("al-haouz.aroumd", "al-haouz.asni", Level.LOCALITY, 31.125, -7.918, "")));

  private static Place place(
      String id, String commune, Level level, double lat, double lon, String hcp) {
    LocalText name = new LocalText(Map.of(Language.FR, id.substring(id.indexOf('.') + 1)));
    Map<PlaceCode, String> codes = hcp.isEmpty() ? Map.of() : Map.of(PlaceCode.HCP, hcp);
    GeoPoint at = new GeoPoint(lat, lon);
    return new Place(id, "al-haouz", commune, level, name, List.of(), at, false, 0, codes);
  }

  private static Area circle(String text) {
    return Area.of(Circle.of(text));
  }

  private static Area polygon(String text) {
    return Area.of(Polygon.of(text));
  }

  @Test
  void aProvinceMeansAllThatLiesInIt() {
    Set<String> found = Areas.places(Area.of("al-haouz"), GAZETTEER);
    assertTrue(found.containsAll(Set.of("al-haouz.asni", "al-haouz.imlil", "al-haouz.amizmiz")));
    assertTrue(found.stream().allMatch(id -> id.startsWith("al-haouz.")), found::toString);
    assertTrue(
        Areas.places(Area.of("marrakech-safi"), GAZETTEER).containsAll(found), "and its region");
  }

  @Test
  void aCommuneMeansItsVillages() {
    assertEquals(
        Set.of("al-haouz.aroumd", "al-haouz.asni", "al-haouz.imlil"),
        Areas.places(Area.of("al-haouz.asni"), GAZETTEER));
    assertEquals(
        Set.of("al-haouz.imlil"), Areas.places(Area.of("al-haouz.imlil"), GAZETTEER), "not back");
  }

  @Test
  void aShapeOverAVillageReachesItsCommune() {
    assertEquals(
        Set.of("al-haouz.aroumd", "al-haouz.asni", "al-haouz.imlil"),
        Areas.places(circle("31.137,-7.919 0.1"), GAZETTEER));
  }

  @Test
  void twoKilometresAroundCount() {
    // Imlil lies 11.0 km south of the centre, and a little over or under 2 km south of the edges.
    assertFalse(Areas.places(circle("31.236,-7.919 8.9"), GAZETTEER).contains("al-haouz.imlil"));
    assertTrue(Areas.places(circle("31.236,-7.919 9.1"), GAZETTEER).contains("al-haouz.imlil"));
    String north = "31.156,-8.1 31.156,-7.8 31.2,-7.8 31.2,-8.1 31.156,-8.1";
    assertFalse(Areas.places(polygon(north), GAZETTEER).contains("al-haouz.imlil"));
    assertTrue(
        Areas.places(polygon(north.replace("31.156", "31.154")), GAZETTEER)
            .contains("al-haouz.imlil"));
  }

  @Test
  void aShapeOverTheSeaReachesNothing() {
    assertEquals(Set.of(), Areas.places(circle("33.0,-12.0 50"), GAZETTEER));
  }

  @Test
  void namedAndDrawnGoTogether() {
    List<Circle> drawn = List.of(Circle.of("31.137,-7.919 0.1"));
    Area both = new Area(Set.of("essaouira"), List.of(), drawn, Set.of(), null);
    Set<String> found = Areas.places(both, GAZETTEER);
    assertTrue(found.contains("al-haouz.imlil"));
    assertTrue(found.stream().anyMatch(id -> id.startsWith("essaouira.")));
  }

  @Test
  void whatTheGazetteerDoesNotKnowReachesNothing() {
    Area area = Area.of("atlantis", "al-haouz.imlil");
    assertEquals(Set.of("al-haouz.imlil"), Areas.places(area, GAZETTEER));
    assertEquals(Set.of("atlantis"), Areas.unknown(area, GAZETTEER));
  }

  @Test
  void whatLiesOutsideATerritory() {
    Territory haouz = Territory.of(List.of("al-haouz"));
    Set<String> both = Set.of("al-haouz.imlil", "marrakech.marrakech", "atlantis");
    assertEquals(Set.of("atlantis", "marrakech.marrakech"), Areas.outside(both, haouz, GAZETTEER));
    assertEquals(Set.of(), Areas.outside(both, Territory.EVERYWHERE, GAZETTEER));
  }

  @Test
  void anAreaHasABoundNumberOfParts() {
    assertThrows(IllegalArgumentException.class, () -> Area.of(new String[0]));
    List<Circle> circles = Collections.nCopies(Area.MOST_DRAWN + 1, Circle.of("31.6,-8 1"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Area(Set.of(), List.of(), circles, Set.of(), null));
  }

  @ParameterizedTest
  @CsvSource({
    "HCP, 07.041.09.03, al-haouz.asni",
    "HCP, 07041 0903, al-haouz.asni",
    "hcp, 07.041, al-haouz",
    "HCP, 07.041., al-haouz",
    "HCP, 07, marrakech-safi",
    "HCP, 99, ",
    "HCP, '', ",
    "HCP, MA, ",
    "ISO3166-2, ma-hao, al-haouz",
    "ISO3166-2, MA-07, marrakech-safi",
    "JISR, al-haouz.imlil, al-haouz.imlil",
    "JISR, ../etc/passwd, ",
    "SAME, 006037, ",
  })
  void codes(String system, String code, String place) {
    assertEquals(place, new Geocodes(GAZETTEER).place(system, code).orElse(null));
  }

  @Test
  void codesGoBack() {
    Geocodes codes = new Geocodes(GAZETTEER);
    assertEquals("07.041.09.03", codes.hcp("al-haouz.asni").orElse(""));
    assertEquals("07.041", codes.hcp("al-haouz").orElse(""));
    assertEquals("07", codes.hcp("marrakech-safi").orElse(""));
    assertEquals("", codes.hcp("al-haouz.imlil").orElse(""));
  }
}
