package ma.jisr.map.place;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import ma.jisr.base.Language;
import ma.jisr.map.table.Table;
import org.junit.jupiter.api.Test;

/**
 * Spellings that were written down before anybody had searched by them, of all regions and several
 * hands. Nothing is tuned by them: what they found the first time is in docs/benchmarks.md, and the
 * floors here.
 */
final class UnseenTest {
  /** One spelling. */
  private record Written(String typed, String name, String province) {
    boolean isMeantBy(Area area) {
      if (!(area instanceof Place place) || !place.province().equals(province)) return false;
      List<String> names = new ArrayList<>(place.aliases());
      names.add(place.name().in(Language.FR, true));
      return names.stream().anyMatch(n -> PlainName.of(n).equals(PlainName.of(name)));
    }

    boolean isIn(Gazetteer gazetteer) {
      return gazetteer.places(province).stream().anyMatch(this::isMeantBy);
    }
  }

  private static final List<Written> ROWS =
      Table.read(
          "unseen.csv",
          new InputStreamReader(
              Objects.requireNonNull(UnseenTest.class.getResourceAsStream("unseen.csv")),
              StandardCharsets.UTF_8),
          row -> new Written(row.need("typed"), row.need("name"), row.need("province")));

  /** How many were found. */
  private record Score(int rows, int first, int three, List<String> missed) {
    double firstShare() {
      return (double) first / rows;
    }

    double threeShare() {
      return (double) three / rows;
    }
  }

  private static Score score(Gazetteer gazetteer) {
    List<Written> there = ROWS.stream().filter(row -> row.isIn(gazetteer)).toList();
    List<String> missed = new ArrayList<>();
    int first = 0;
    int three = 0;
    for (Written row : there) {
      List<PlaceMatch> found = gazetteer.search().find(row.typed(), 3).matches();
      if (!found.isEmpty() && row.isMeantBy(found.getFirst().area())) first++;
      else missed.add("\n" + row + found);
      if (found.stream().anyMatch(match -> row.isMeantBy(match.area()))) three++;
    }
    return new Score(there.size(), first, three, missed);
  }

  @Test
  void ofTheStarter() {
    Score score = score(StarterGazetteer.read());
    assertTrue(score.rows() >= 130, () -> score.rows() + " are in the gazetteer");
    assertTrue(score.firstShare() >= 0.95 && score.threeShare() >= 0.98, score::toString);
  }

  @Test
  void ofAllCommunes() {
    assumeTrue(SharedGazetteer.folder().isPresent(), "the full list is not on this machine");
    Score score = score(SharedGazetteer.communes(SharedGazetteer.folder().orElseThrow()));
    assertTrue(score.rows() >= 175, () -> score.rows() + " are in the gazetteer");
    assertTrue(score.firstShare() >= 0.95 && score.threeShare() >= 0.98, score::toString);
  }

  @Test
  void ofAllCommunesAmongAllVillages() {
    assumeTrue(SharedGazetteer.folder().isPresent(), "the full list is not on this machine");
    Score score = score(SharedGazetteer.villages(SharedGazetteer.folder().orElseThrow()));
    assertTrue(score.firstShare() >= 0.90 && score.threeShare() >= 0.95, score::toString);
  }
}
