package ma.jisr.map.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.LocalText;
import ma.jisr.base.Territory;
import org.junit.jupiter.api.Test;

/** The gazetteer in use, and what is made of it. */
final class PlacesTest {
  private static final Gazetteer STARTER = StarterGazetteer.read();
  private static final Place VILLAGE =
      new Place(
          "al-haouz.tizgui",
          "al-haouz",
          "al-haouz.amizmiz",
          Level.LOCALITY,
          LocalText.same("Tizgui"),
          List.of(),
          new GeoPoint(31.2, -8.2),
          false,
          0,
          Map.of(PlaceCode.GEONAMES, "1"));

  @Test
  void whatIsMadeOfItIsMadeAnew() {
    Places places = new Places(STARTER);
    Supplier<Integer> size = places.made(gazetteer -> gazetteer.areas().size());
    int before = size.get();
    places.replace(STARTER.with(List.of(VILLAGE)));
    assertEquals(before + 1, size.get());
    assertTrue(places.now().place("al-haouz.tizgui").isPresent());
  }

  @Test
  void whatWasTaughtIsKeptAndWaitsForItsPlace() {
    Places places = new Places(STARTER);
    places.teach(Map.of("tbezbouzt", "al-haouz.amizmiz", "qwrtz", "al-haouz.tizgui"));
    assertEquals(Optional.empty(), places.now().learnt().called("qwrtz"));
    places.replace(STARTER.with(List.of(VILLAGE)));
    assertSame(VILLAGE, places.now().learnt().called("qwrtz").orElseThrow());
    assertEquals("al-haouz.amizmiz", places.now().learnt().called("tbezbouzt").orElseThrow().id());
  }

  @Test
  void theWayOfAVillageGoesUpToItsRegion() {
    Gazetteer gazetteer = STARTER.with(List.of(VILLAGE));
    List<String> way = gazetteer.way(VILLAGE);
    assertEquals(List.of("al-haouz.tizgui", "al-haouz.amizmiz", "al-haouz", "marrakech-safi"), way);
    assertTrue(Territory.of(List.of("al-haouz.amizmiz")).covers(way));
    assertEquals(
        List.of("al-haouz", "marrakech-safi"),
        gazetteer.way(gazetteer.area("al-haouz").orElseThrow()));
    assertEquals(
        List.of("marrakech-safi"), gazetteer.way(gazetteer.area("marrakech-safi").orElseThrow()));
  }

  @Test
  void villagesAreFoundByNameAndListedInNoMenu() {
    Gazetteer gazetteer = STARTER.with(List.of(VILLAGE));
    assertTrue(gazetteer.places("al-haouz").contains(VILLAGE));
    assertTrue(gazetteer.towns("al-haouz").stream().noneMatch(VILLAGE::equals));
    assertTrue(gazetteer.spellings().stream().noneMatch("Tizgui"::equals));
    assertEquals(VILLAGE, gazetteer.search().find("tizgui", 1).matches().getFirst().area());
  }

  @Test
  void aVillageWhoseCommuneIsGoneLiesInNone() {
    Place lost = VILLAGE.inCommune("al-haouz.gone");
    Gazetteer gazetteer = STARTER.with(List.of(lost));
    assertEquals("", gazetteer.place(lost.id()).orElseThrow().commune());
  }

  @Test
  void theSeatOfAProvinceIsKnown() {
    assertEquals(Level.SEAT, STARTER.place("al-haouz.tahannaout").orElseThrow().level());
    assertEquals(Level.COMMUNE, STARTER.place("al-haouz.amizmiz").orElseThrow().level());
  }
}
