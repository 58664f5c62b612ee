package ma.jisr.flow.render;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.Map;
import ma.jisr.base.Language;
import ma.jisr.flow.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {
  private static final ValueText READS =
      new ValueText(Language.FR, true, Words.of(TestWords.all(), Language.FR));

  @ParameterizedTest(name = "{0} with {1} -> {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{name}, {distance}. {hours}.              | name=A hours=9h               | A. 9h.",
        "{name}, {distance}. {hours}.              | name=A distance=2km hours=9h  | A, 2km. 9h.",
        "{name}, {distance}. {hours}.              | name=A distance=2km           | A, 2km.",
        "{name}, {distance}. {hours}.              | name=A                        | A.",
        "{name}, {distance}. {hours}.              | hours=9h                      | 9h.",
        "{name} ({code}), {distance}. {hours}      | name=A distance=2km           | A, 2km.",
        "{name} ({code}), {distance}. {hours}      | name=A code=7 hours=9h        | A (7). 9h",
        "{name}. {hours}. {fee}. {way}             | name=A hours=9h               | A. 9h.",
        "{name}. {hours}, {fee}. {way}             | name=A fee=5 way=W            | A. 5. W",
        "{name}، {distance}. {hours}               | name=A hours=9h               | A. 9h",
        "Prix: {fee}. Fin.                         | x=1                           | Fin.",
        "Ticket chez {where}, {service} ?          | where=A                       | Ticket chez A ?",
        "Ticket chez {where} ?                     | x=1                           | Ticket chez ?",
        "Vaut 2,50 DH et {x}.                      | x=1                           | Vaut 2,50 DH et 1.",
        "Accolades {X} { } {}.                     | x=1                           | Accolades {X} { } {}.",
        "{a.b.c}.                                  | a.b.c=1                       | 1.",
      })
  void leavesOutWhatIsAbsent(String template, String given, String expected) {
    assertEquals(expected, Template.fill(template, values(given), READS));
  }

  private static Map<String, Value> values(String given) {
    Map<String, Value> values = new HashMap<>();
    for (String pair : given.split(" ", -1)) {
      int at = pair.indexOf('=');
      values.put(pair.substring(0, at), new Value.Text(pair.substring(at + 1)));
    }
    return values;
  }
}
