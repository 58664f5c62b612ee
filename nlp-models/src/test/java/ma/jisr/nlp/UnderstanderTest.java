package ma.jisr.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import ma.jisr.base.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class UnderstanderTest {
  private final Understander understander = Understander.of(Rows.FLOWS);

  static Stream<String[]> understood() {
    return Rows.of("understood.txt", 4);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void understood(String text, String flow, String rest, String language) {
    Understanding understanding = understander.understand(text);
    assertEquals(Optional.of(flow), understanding.flow());
    assertEquals(rest, understanding.rest());
    assertEquals(language, understanding.language().map(Language::tag).orElse("-"));
    assertEquals(!rest.isEmpty(), understanding.readings().contains(rest));
  }

  static Stream<String[]> notUnderstood() {
    return Rows.of("not-understood.txt", 2);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void notUnderstood(String text, String rest) {
    Understanding understanding = understander.understand(text);
    assertEquals(Optional.empty(), understanding.flow());
    assertEquals(rest, understanding.rest());
  }

  @Test
  void thereAreRowsEnough() {
    assertTrue(understood().count() >= 60);
    assertTrue(notUnderstood().count() >= 20);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ويفي فمراكش|فمراكش,مراكش",
        "ويفي فالصويرة|صويره,الصويره,فالصويرة",
        "ويفي فاس|فاس",
        "ويفي بركان|بركان,ركان",
        "wifi fsafi|fsafi,safi",
        "wifi flhaouz asni|flhaouz asni,haouz asni,lhaouz asni",
        "wifi Safi|Safi",
      })
  void readingsOfTheRest(String text, String readings) {
    assertEquals(readings, String.join(",", understander.understand(text).readings()));
  }

  @Test
  void inAStoryAStartWordCountsOnlyAtItsBeginning() {
    String story = "hier mon voisin Hamid de la rue longue disait que sa fille Salma aime internet";
    assertEquals(Optional.empty(), understander.understand(story).flow());
    assertEquals(
        Optional.of("hotspots.find"), understander.understand("salam, wifi " + story).flow());
  }

  @Test
  void withoutFlowsNothingIsWanted() {
    assertEquals(Optional.empty(), Understander.of(Map.of()).understand("wifi safi").flow());
    Map<String, Map<Language, List<String>>> blank =
        Map.of("blank", Map.of(Language.FR, List.of("", "?!")));
    assertEquals(Optional.empty(), Understander.of(blank).understand("?!").flow());
  }

  @Test
  void anyTextIsReadWithoutFailing() {
    Random random = new Random(2_121);
    String[] parts = {
      "wifi", " ", "f", "-", "'", "ويفي", "ال", "ف", "\u0301", "\u064E", "\uD83D", "👍", "3", "٣",
      "\n", "à", "d'", "nouba", "ـ", "\u200F", "ⵡⵉⴼⵉ", "|", "ﷺ", "İ", "ß"
    };
    for (int run = 0; run < 3_000; run++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(run % 50 == 0 ? 2_500 : 80);
      while (text.length() < length) {
        if (run % 3 == 0) text.appendCodePoint(random.nextInt(0x11_0000));
        else text.append(parts[random.nextInt(parts.length)]);
      }
      Understanding understanding = understander.understand(text.toString());
      assertTrue(text.toString().contains(understanding.rest()));
      assertFalse(understanding.rest().length() > Understander.MAX_LENGTH);
      assertEquals(understanding, understander.understand(text.toString()));
    }
  }
}
