package ma.jisr.map.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import ma.jisr.base.Language;
import ma.jisr.map.place.Area;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Level;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.SharedGazetteer;
import ma.jisr.map.place.StarterGazetteer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real lists: 1,780 divisions and 43,302 villages, where they are at hand. */
final class SharedFilesTest {
  private static Path folder = Path.of("");
  private static Gazetteer starter = StarterGazetteer.read();
  private static PlaceImport divisions = new PlaceImport(List.of(), List.of());
  private static PlaceImport villages = divisions;
  private static Gazetteer full = starter;

  @BeforeAll
  static void readThem() {
    assumeTrue(SharedGazetteer.folder().isPresent(), "the full lists are not on this machine");
    folder = SharedGazetteer.folder().orElseThrow();
    divisions = SharedGazetteer.read(starter, folder.resolve("gazetteer.csv"));
    Gazetteer communes = divisions.onto(starter);
    villages = SharedGazetteer.read(communes, folder.resolve("localities.csv"));
    full = villages.onto(communes);
  }

  @Test
  void nearlyEveryRowIsTaken() {
    assertEquals(0, divisions.count(RowVerdict.Kind.REFUSED), divisions::toString);
    assertEquals(12 + 75, divisions.count(RowVerdict.Kind.ASIDE));
    assertEquals(43_302, villages.verdicts().size());
    assertTrue(villages.count(RowVerdict.Kind.REFUSED) < 200);
    assertTrue(villages.count(RowVerdict.Kind.ADDED) > 41_000);
  }

  @Test
  void thereIsEveryCommuneOnce() {
    long communes =
        full.areas().stream()
            .filter(area -> area instanceof Place place && place.level().isCommune())
            .count();
    // The starter knows a few towns that are no communes of the list: suburbs, ports.
    assertTrue(communes >= 1_503 && communes < 1_503 + 60, () -> communes + " communes");
  }

  @Test
  void theSameFilesAgainChangeNothing() {
    assertEquals(List.of(), SharedGazetteer.read(full, folder.resolve("gazetteer.csv")).places());
    assertEquals(List.of(), SharedGazetteer.read(full, folder.resolve("localities.csv")).places());
  }

  @Test
  void theStartersIdsStay() {
    for (Area area : starter.areas()) assertTrue(full.area(area.id()).isPresent(), area::id);
  }

  @Test
  void theTownIsTheCommuneAndTheVillageOfItsName() {
    for (String id : List.of("chichaoua.chichaoua", "al-haouz.amizmiz", "midelt.midelt")) {
      Place place = full.place(id).orElseThrow();
      assertEquals(2, place.codes().size(), place::toString);
      assertTrue(place.level() == Level.SEAT || place.level() == Level.COMMUNE);
      assertTrue(
          full.places(place.province()).stream()
                  .filter(
                      p ->
                          p.name().in(Language.FR, true).equals(place.name().in(Language.FR, true)))
                  .count()
              < 3);
    }
  }
}
