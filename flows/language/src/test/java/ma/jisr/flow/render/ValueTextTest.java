package ma.jisr.flow.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import ma.jisr.flow.value.Value;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTextTest {
  @ParameterizedTest(name = "{0} centimes in {1}: {2}, read back {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "5000 | fr       | 50 DH     | 50 DH",
        "2050 | fr       | 20,50 DH  | 20,50 DH",
        "2005 | en       | 20.05 DH  | 20.05 DH",
        "5000 | ary-Latn | 50 DH     | 50 DH = 1000 ryal",
        "5000 | shi-Latn | 50 DH     | 50 DH = 1000 ryal",
        "5000 | ary-Arab | 50 درهم   | 50 درهم = 1000 ريال",
        "5001 | ary-Latn | 50,01 DH  | 50,01 DH",
        "0    | ary-Latn | 0 DH      | 0 DH = 0 ryal",
        "-150 | fr       | -1,50 DH  | -1,50 DH",
      })
  void amounts(long centimes, String tag, String plain, String readBack) {
    Value.Amount amount = new Value.Amount(centimes);
    assertEquals(plain, in(tag).of(amount));
    assertEquals(
        "A " + readBack + "?", Template.fill("A {sum.read_back}?", Map.of("sum", amount), in(tag)));
  }

  @ParameterizedTest(name = "{0} m, exact {1}, in {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "400   | true  | fr       | 400 m",
        "999   | true  | fr       | 999 m",
        "1000  | true  | fr       | 1 km",
        "2345  | true  | fr       | 2,3 km",
        "2345  | true  | en       | 2.3 km",
        "2960  | true  | fr       | 3 km",
        "12345 | true  | fr       | 12 km",
        "10400 | false | fr       | ~10 km",
        "100   | false | fr       | ~1 km",
        "2345  | true  | ary-Arab | 2,3 كلم",
        "10400 | false | ar       | حوالي 10 كلم",
      })
  void distances(long metres, boolean exact, String tag, String expected) {
    assertEquals(expected, in(tag).of(new Value.Distance(metres, exact)));
  }

  @ParameterizedTest(name = "{0} on the clock of {1} in {2}: {3}")
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-03-02T09:30:00Z | Europe/Paris | fr       | 10h30",
        "2026-03-02T09:30:00Z | Europe/Paris | en       | 10:30",
        "2026-03-02T09:30:00Z | UTC          | ary-Latn | 9h30",
        "2026-03-02T09:00:00Z | UTC          | fr       | 9h",
        "2026-03-02T09:00:00Z | UTC          | ary-Arab | 9:00",
      })
  void moments(String instant, String zone, String tag, String expected) {
    assertEquals(expected, in(tag).of(new Value.Moment(Instant.parse(instant), zone)));
  }

  @Test
  void theOthers() {
    LocalText sale = LocalText.of(Language.FR, "Salé", Language.AR, "سلا");
    assertEquals("سلا", in("ary-Arab").of(new Value.Local(sale)));
    assertEquals("Salé", in("ary-Latn").of(Value.Item.of("x", sale)));
    assertEquals("ah", in("ary-Latn").of(new Value.Flag(true)));
    assertEquals("42", in("fr").of(new Value.Whole(42)));
    assertEquals("0661000001", in("fr").of(new Value.Phone("212661000001")));
    assertEquals("0033612345678", in("fr").of(new Value.Phone("33612345678")));
    assertEquals(
        "Salé, Salé",
        in("fr").of(new Value.Items(List.of(Value.Item.of("a", sale), Value.Item.of("b", sale)))));
  }

  private static ValueText in(String tag) {
    Language language = Language.of(tag).orElseThrow();
    return new ValueText(language, false, Words.of(TestWords.all(), language));
  }
}
