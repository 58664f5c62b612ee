package ma.jisr.service.challenges.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import ma.jisr.map.ledger.Versioned;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type who look for a challenge, in any language: rows written before the search. */
class ChallengeSearchTest {
  private static final ChallengeBook BOOK = book();

  private static ChallengeBook book() {
    Starter starter = Starter.shipped();
    ChallengeBook book = new ChallengeBook(starter.themes());
    book.beginReading();
    book.endReading(
        starter.challenges().values().stream().map(c -> new Versioned<>(c, 0)).toList());
    return book;
  }

  /** A code: that comes first. {@code in}: among what is listed. {@code t5}: that theme. */
  @ParameterizedTest
  @CsvFileSource(resources = "searches.csv", delimiter = '|', numLinesToSkip = 1)
  void isFound(String text, String expected) {
    ChallengeMatches found = BOOK.search(text, 5);
    if (expected.startsWith("t")) {
      assertEquals(
          expected.substring(1), found.theme() == null ? codes(found) : found.theme().id());
      return;
    }
    assertNull(found.theme());
    if (expected.startsWith("in ")) {
      List<String> wanted = List.of(expected.substring(3).split(" "));
      assertTrue(codes(found).stream().anyMatch(wanted::contains), codes(found)::toString);
    } else {
      assertEquals(expected, codes(found).isEmpty() ? "nothing" : codes(found).getFirst());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "defi eau",
    "eau potable",
    "تحدي الماء",
    "mochkil lma",
    "aman",
    "football",
    "météo demain",
    "bonjour",
    "chkoun nta",
    "crédit bancaire",
    "mariage",
    "7.1",
    "99",
    "2.77",
    "drari sghar",
    "الكرة",
    "match du raja",
    "zwaj",
    "voiture",
    "défi",
    "le problème de la",
    "x",
    "12345678"
  })
  void meansNone(String text) {
    ChallengeMatches found = BOOK.search(text, 5);
    assertEquals(List.of(), codes(found));
    assertNull(found.theme());
  }

  private static List<String> codes(ChallengeMatches found) {
    return found.challenges().stream().map(Challenge::code).toList();
  }
}
