package ma.jisr.map.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Level;
import ma.jisr.map.place.Place;
import ma.jisr.map.place.PlaceCode;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.map.table.BadTableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files against the starter: what becomes of each row. */
final class PlaceImportTest {
  private static final Gazetteer STARTER = StarterGazetteer.read();
  private static final PlaceImport DIVISIONS = Samples.read("divisions.csv", STARTER);
  private static final Gazetteer WITH_DIVISIONS = DIVISIONS.onto(STARTER);
  private static final PlaceImport VILLAGES = Samples.read("localities.csv", WITH_DIVISIONS);
  private static final Gazetteer WITH_VILLAGES = VILLAGES.onto(WITH_DIVISIONS);
  private static final PlaceImport DUMP = Samples.read("dump.txt", STARTER);
  private static final Gazetteer WITH_DUMP = DUMP.onto(STARTER);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2  | aside   |                                  | regions and provinces
          3  | aside   |                                  | regions and provinces
          4  | changed | chichaoua.chichaoua              | codes
          5  | added   | chichaoua.sidi-bouzid-arragragui |
          6  | changed | chichaoua.sidi-mokhtar           | name
          7  | changed | chichaoua.sidi-mokhtar           | the same place as line 6
          8  | changed | al-haouz.amizmiz                 | codes
          9  | refused |                                  | name_fr is missing
          10 | refused |                                  | changed places
          11 | refused |                                  | level 'hamlet' is none
          12 | refused |                                  | no province
          """)
  void ofOurOwnList(long line, String kind, String place, String why) {
    check(DIVISIONS, line, kind, place, why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2 | added   | chichaoua.douar-keboucha   |
          3 | added   | chichaoua.oulad-ali-2556998 |
          4 | added   | chichaoua.oulad-ali        |
          5 | changed | chichaoua.sidi-mokhtar     | codes
          6 | added   | chichaoua.dar-jdida        |
          7 | same    | chichaoua.dar-jdida        | the same place as line 6
          """)
  void ofLocalities(long line, String kind, String place, String why) {
    check(VILLAGES, line, kind, place, why);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1  | added   | chichaoua.asrir-test          |
          2  | added   | agadir-ida-ou-tanane.amskroud |
          3  | same    | agadir-ida-ou-tanane.amskroud | the same place as line 2
          4  | aside   |                               | no place where people live: T.MT
          5  | aside   |                               | regions and provinces
          6  | aside   |                               | nobody lives there
          7  | aside   |                               | another country: DZ
          8  | added   | chichaoua.chichaoua-nouveau   |
          9  | refused |                               | number
          10 | refused |                               | signs that no name has
          11 | refused |                               | not in Latin letters
          12 | refused |                               | no province
          13 | refused |                               | 19 columns
          """)
  void ofGeoNames(long line, String kind, String place, String why) {
    check(DUMP, line, kind, place, why);
  }

  private static void check(PlaceImport found, long line, String kind, String place, String why) {
    RowVerdict verdict = Samples.verdict(found, line);
    assertEquals(kind, verdict.kind().word(), verdict::toString);
    assertEquals(place == null ? "" : place, verdict.place());
    assertTrue(verdict.why().contains(why == null ? "" : why), verdict::toString);
  }

  @Test
  void theSameFileAgainChangesNothing() {
    for (var again :
        Map.of(
                "divisions.csv", WITH_DIVISIONS,
                "localities.csv", WITH_VILLAGES,
                "dump.txt", WITH_DUMP)
            .entrySet()) {
      PlaceImport second = Samples.read(again.getKey(), again.getValue());
      assertEquals(List.of(), second.places(), second.verdicts()::toString);
    }
    PlaceImport first = Samples.read("divisions.csv", WITH_VILLAGES);
    assertEquals(List.of(), first.places(), first.verdicts()::toString);
  }

  @Test
  void theOperatorsNameIsShownAndTheOldOneStillFinds() {
    Place place = WITH_DIVISIONS.place("chichaoua.sidi-mokhtar").orElseThrow();
    assertEquals("Sid L'Mokhtar", place.name().in(Language.FR, true));
    assertTrue(place.aliases().contains("Sidi Mokhtar"), place::toString);
    assertEquals(
        Map.of(PlaceCode.HCP, "07.161.03.11", PlaceCode.HCP_CENTRE, "07.161.03.11.3"),
        place.codes());
    assertEquals(Level.COMMUNE, place.level());
  }

  @Test
  void aVillageTakesItsCommuneAndAnExactPointStays() {
    Place village = WITH_VILLAGES.place("chichaoua.douar-keboucha").orElseThrow();
    assertEquals("chichaoua.sidi-mokhtar", village.commune());
    assertEquals(
        List.of(
            "chichaoua.douar-keboucha", "chichaoua.sidi-mokhtar", "chichaoua", "marrakech-safi"),
        WITH_VILLAGES.way(village));
    Place chichaoua = WITH_DIVISIONS.place("chichaoua.chichaoua").orElseThrow();
    assertEquals(STARTER.place("chichaoua.chichaoua").orElseThrow().point(), chichaoua.point());
    assertEquals(Level.SEAT, chichaoua.level());
    assertEquals(-9.011, WITH_VILLAGES.place("chichaoua.sidi-mokhtar").orElseThrow().point().lon());
  }

  @Test
  void namesInOtherScriptsAreTakenWhenTheySoundLikeIt() {
    Place place = WITH_DUMP.place("agadir-ida-ou-tanane.amskroud").orElseThrow();
    assertEquals("امسكرود", place.name().in(Language.AR, false));
    assertEquals("ⴰⵎⵙⴽⵔⵓⴷ", place.name().in(Language.ZGH_TFNG, false));
    assertTrue(place.aliases().stream().noneMatch(a -> a.contains("http")), place::toString);
    Place shifted = WITH_DUMP.place("chichaoua.chichaoua-nouveau").orElseThrow();
    assertEquals("Chichaoua Nouveau", shifted.name().in(Language.AR, false), "no Arabic name");
    assertEquals(Level.CENTRE, shifted.level());
  }

  @Test
  void theOrderOfRowsDecidesNothing() {
    String header = "gn_id,wof_id,name,name_ar,name_fr,lat,lon,province,nearest_commune\n";
    String a = "2556998,2,Oulad Ali,,,31.40,-8.60,07.161,\n";
    String b = "2556997,3,Oulad Ali,,,31.70,-8.80,07.161,\n";
    assertEquals(
        Samples.text(header + a + b, STARTER).places(),
        Samples.text(header + b + a, STARTER).places());
  }

  @Test
  void aByteOrderMarkIsPassedOver() {
    assertEquals(
        1, Samples.text("\uFEFFname,lat,lon\nTizgui,31.2,-8.2\n", STARTER).places().size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "name,lat\n\"open,1", "%PDF-1.4\n\u0001\u0002"})
  void whatIsNoTableMakesNothing(String text) {
    try {
      assertEquals(List.of(), Samples.text(text, STARTER).places());
    } catch (BadTableException e) {
      assertTrue(!e.problems().isEmpty());
    }
  }

  @Test
  void whatIsNoDumpIsRefusedAsAWhole() {
    String lines = "not a dump\n".repeat(300);
    assertThrows(
        BadTableException.class,
        () ->
            PlaceImport.of(
                "x",
                new java.io.StringReader(lines),
                java.util.Optional.of(PlaceFormat.GEONAMES),
                STARTER));
  }
}
