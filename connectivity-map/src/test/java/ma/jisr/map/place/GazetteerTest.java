package ma.jisr.map.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import ma.jisr.base.GeoPoint;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GazetteerTest {
  private static final Gazetteer STARTER = StarterGazetteer.read();

  @Test
  void theStarterHasTheWholeCountry() {
    assertEquals(12, STARTER.regions().size());
    assertEquals(
        75, STARTER.regions().stream().mapToInt(r -> STARTER.provinces(r.id()).size()).sum());
    assertTrue(STARTER.areas().size() > 12 + 75 + 340);
  }

  /** The official number of provinces and prefectures of each region (decree 2-15-40). */
  @ParameterizedTest
  @CsvSource({
    "MA-01,8", "MA-02,8", "MA-03,9", "MA-04,7", "MA-05,5", "MA-06,9", "MA-07,8", "MA-08,5",
    "MA-09,6", "MA-10,4", "MA-11,4", "MA-12,2"
  })
  void eachRegionHasItsProvinces(String iso, int provinces) {
    Region region =
        STARTER.regions().stream().filter(r -> r.iso().equals(iso)).findFirst().orElseThrow();
    assertEquals(provinces, STARTER.provinces(region.id()).size());
  }

  @ParameterizedTest
  @CsvSource({
    "al-haouz.amizmiz,Amizmiz,أمزميز",
    "al-haouz.asni,Asni,أسني",
    "safi.safi,Safi,آسفي",
    "al-haouz.ait-ourir,Aït Ourir,آيت أورير",
    "chichaoua.imintanoute,Imintanoute,إيمنتانوت",
    "essaouira.essaouira,Essaouira,الصويرة",
    "rehamna.ben-guerir,Ben Guerir,ابن جرير",
    "marrakech.tamansourt,Tamansourt,تامنصورت",
    "youssoufia.chemaia,Chemaia,الشماعية",
    "al-haouz.tahannaout,Tahannaout,تحناوت",
    "chichaoua.chichaoua,Chichaoua,شيشاوة",
    "laayoune.laayoune,Laâyoune,العيون",
    "figuig.figuig,Figuig,فجيج"
  })
  void knownTownsHaveTheirNames(String id, String french, String arabic) {
    LocalText name = STARTER.place(id).orElseThrow().name();
    assertEquals(french, name.in(Language.FR, true));
    assertEquals(arabic, name.in(Language.AR, false));
  }

  /** A town lies nowhere near another province's middle without a reason: 200 km is none. */
  @Test
  void townsLieNearTheirProvince() {
    for (Area area : STARTER.areas())
      if (area instanceof Place place)
        assertTrue(
            STARTER.provinceOf(place).orElseThrow().point().metresTo(place.point()) < 200_000,
            place.id());
  }

  @Test
  void refusesWhatDoesNotHangTogether() {
    LocalText name = LocalText.same("X");
    GeoPoint at = new GeoPoint(31, -8);
    Region region = new Region("r", "MA-99", name, at);
    Province lost = new Province("p", "MA-XX", "nowhere", name, at);
    List<Region> regions = List.of(region);
    List<Region> twice = List.of(region, region);
    List<Province> provinces = List.of(lost);
    assertThrows(
        IllegalArgumentException.class, () -> new Gazetteer(regions, provinces, List.of()));
    assertThrows(IllegalArgumentException.class, () -> new Gazetteer(twice, List.of(), List.of()));
  }
}
