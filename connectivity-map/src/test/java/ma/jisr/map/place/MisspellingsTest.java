package ma.jisr.map.place;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import ma.jisr.base.Language;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Measured spellings against all 1,503 communes, where that list is at hand. */
final class MisspellingsTest {
  private static Path folder = Path.of("");
  private static PlaceSearch search = StarterGazetteer.read().search();

  @BeforeAll
  static void readTheFullList() {
    assumeTrue(
        SharedGazetteer.folder().isPresent(), "shared/data/places is not on this machine: skipped");
    folder = SharedGazetteer.folder().orElseThrow();
    search = SharedGazetteer.communes(folder).search();
  }

  @Test
  void findsNearlyAllFirstAndAllAmongThree() throws IOException {
    List<String> notFirst = new ArrayList<>();
    List<String> notAmongThree = new ArrayList<>();
    List<String> rows =
        Files.readAllLines(folder.resolve("misspellings.txt")).stream()
            .filter(line -> line.contains("=>"))
            .toList();
    for (String row : rows) {
      String[] pair = row.split("=>", -1);
      List<String> found =
          search.find(pair[0].strip(), 3).matches().stream()
              .map(m -> PlainName.of(m.area().name().in(Language.FR, true)))
              .toList();
      String wanted = PlainName.of(pair[1]);
      if (found.isEmpty() || !found.getFirst().equals(wanted)) notFirst.add(pair[0] + found);
      if (!found.contains(wanted)) notAmongThree.add(pair[0] + found);
    }
    assertTrue(notFirst.size() <= rows.size() / 20, notFirst::toString);
    assertTrue(notAmongThree.isEmpty(), notAmongThree::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"salam", "merci", "solde", "facebook", "bonjour", "wifi", "test"})
  void isNeverSureOfAnOrdinaryWord(String word) {
    assertFalse(search.find(word, 3).sure(), () -> search.find(word, 3).toString());
  }
}
