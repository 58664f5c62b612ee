package ma.jisr.map.hotspot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.List;
import java.util.Objects;
import ma.jisr.base.Language;
import ma.jisr.base.text.Gsm7;
import ma.jisr.map.hours.OpeningHours;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.StarterGazetteer;
import ma.jisr.map.table.BadTableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HotspotTableTest {
  private static final Gazetteer GAZETTEER = StarterGazetteer.read();
  private static final String HEADER =
      "id,code,kind,access,ssid,place,lat,lon,exact,hours,state,confirmed,operator,sample,name_fr,"
          + "name_ar,way_fr\n";
  private static final String GOOD =
      "h1,1042,cafe,free,,al-haouz.amizmiz,31.2,-8.2,yes,24/7,works,2026-03-01,,no,Nom,اسم,Ici\n";

  @Test
  void everySampleSaysThatItIsOne() {
    List<Hotspot> samples = HotspotTable.samples(GAZETTEER);
    assertTrue(samples.size() >= 36, "a few dozen");
    for (Hotspot sample : samples) {
      assertTrue(sample.sample(), sample.id());
      assertTrue(sample.name().in(Language.FR, true).endsWith("(ex.)"), sample.id());
      assertTrue(sample.name().in(Language.AR, false).endsWith("(مثال)"), sample.id());
    }
    assertTrue(
        samples.stream()
            .anyMatch(h -> h.code().equals("1042") && h.place().equals("al-haouz.amizmiz")));
  }

  @Test
  void samplesFitSmallScreens() {
    for (Hotspot sample : HotspotTable.samples(GAZETTEER)) {
      assertTrue(OpeningHours.of(sample.hours()).isKnown(), sample.id());
      for (Language language : List.of(Language.FR, Language.ARY_LATN, Language.SHI_LATN)) {
        assertTrue(Gsm7.fits(sample.name().in(language, true)), sample.id());
        assertTrue(Gsm7.fits(Objects.requireNonNull(sample.way()).in(language, true)), sample.id());
      }
    }
  }

  @Test
  void samplesLieInTheirTowns() {
    for (Hotspot sample : HotspotTable.samples(GAZETTEER))
      assertTrue(
          GAZETTEER.place(sample.place()).orElseThrow().point().metresTo(sample.point()) < 5_000,
          sample.id());
  }

  @Test
  void readsAGoodRow() {
    Hotspot hotspot =
        HotspotTable.read("x.csv", new StringReader(HEADER + GOOD), GAZETTEER).getFirst();
    assertEquals("1042", hotspot.code());
    assertEquals(Hotspot.State.WORKS, hotspot.state());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1042     | 42           | code '42' is not four to seven digits
          1042     | 2042         | code '2042' is not four to seven digits that begin with 1
          cafe     | bar          | kind 'bar' is none of: square,
          31.2     | trente       | lat 'trente' is not a number
          31.2     | 310.2        | is no point on the earth
          amizmiz  | amzmz        | place 'al-haouz.amzmz' is not in the gazetteer
          yes      | oui          | exact 'oui' is not yes or no
          2026-03-01 | hier       | confirmed 'hier' is not a date
          Nom      | ''           | name_fr is missing
          Nom      | Un nom beaucoup trop long pour un ecran | name_fr has more than 24 characters
          """)
  void refusesABadRowAndNamesItsLine(String good, String bad, String problem) {
    String text = HEADER + GOOD.replace("h1,1042", "h0,1041") + GOOD.replace(good, bad);
    BadTableException e =
        assertThrows(
            BadTableException.class,
            () -> HotspotTable.read("x.csv", new StringReader(text), GAZETTEER));
    assertTrue(e.problems().getFirst().startsWith("x.csv line 3: "), e::getMessage);
    assertTrue(e.problems().getFirst().contains(problem), e::getMessage);
  }

  @Test
  void tellsOfEveryBadRowAtOnce() {
    String text = HEADER + GOOD + GOOD + GOOD.replace("h1", "h2");
    BadTableException e =
        assertThrows(
            BadTableException.class,
            () -> HotspotTable.read("x.csv", new StringReader(text), GAZETTEER));
    assertEquals(2, e.problems().size());
  }
}
