package ma.jisr.map.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Spellings that operators add while the gazetteer is in use. */
class LearntNamesTest {
  private final Gazetteer gazetteer = StarterGazetteer.read();
  private final PlaceSearch search = gazetteer.search();
  private final Place amizmiz = gazetteer.place("al-haouz.amizmiz").orElseThrow();

  private String found(String text, String province) {
    PlaceMatches found = search.find(text, province, 1);
    return found.matches().isEmpty() ? "" : found.matches().getFirst().area().id();
  }

  @Test
  void areFoundFromThenOnAndNoLongerWhenTheyAreGone() {
    assertEquals("", found("tbezbouzt", ""));
    gazetteer.learnt().replace(Map.of("Tbezbouzt", amizmiz));
    for (String text : new String[] {"tbezbouzt", "TBEZBOUZTE", "تبزبوزت"})
      assertEquals("al-haouz.amizmiz", found(text, ""), text);
    assertTrue(search.find("tbezbouzt", 3).sure());
    assertEquals("al-haouz.amizmiz", found("tbezbouzt", "al-haouz"));
    assertEquals("", found("tbezbouzt", "chichaoua"), "another province");
    gazetteer.learnt().replace(Map.of());
    assertEquals("", found("tbezbouzt", ""));
  }

  @Test
  void standBesideTheOldNamesOfThePlaceOnce() {
    gazetteer.learnt().replace(Map.of("Amizmize", amizmiz));
    PlaceMatches found = search.find("amizmiz", 5);
    assertEquals(1, found.matches().stream().filter(match -> match.area().equals(amizmiz)).count());
    assertTrue(found.sure());
  }

  @Test
  void areCalledByTheirLetters() {
    assertEquals(Optional.empty(), gazetteer.learnt().called("tbez-bouzt"));
    gazetteer.learnt().replace(Map.of("Tbez Bouzt", amizmiz, "!!", amizmiz));
    assertEquals(Optional.of(amizmiz), gazetteer.learnt().called("tbez-bouzt"));
    assertEquals(Optional.empty(), gazetteer.learnt().called("tbez"));
  }
}
