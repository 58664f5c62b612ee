package ma.jisr.service.hotspots;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import ma.jisr.map.hotspot.Hotspot.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldCommandTest {
  @ParameterizedTest
  @CsvSource({
    "1042 OK,             1042, WORKS",
    "1042 ok svp,         1042, WORKS",
    "ok 1042,             1042, WORKS",
    "1042: khdam,         1042, WORKS",
    "١٠٤٢ خدام,            1042, WORKS",
    "1042 KO,             1042, BROKEN",
    "1042 PANNE,          1042, BROKEN",
    "1042 en panne,       1042, BROKEN",
    "1042 makhdamch,      1042, BROKEN",
    "1042 خاسر,            1042, BROKEN",
    "1042 FERMÉ,          1042, CLOSED",
    "1042 ferme,          1042, CLOSED",
    "104233 msdoud,       104233, CLOSED",
  })
  void checksAHotspot(String text, String code, State state) {
    assertEquals(Optional.of(new FieldCommand.Check(code, state)), FieldCommand.read(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NEW Amizmiz, mosquée      | Amizmiz, mosquée
          new Sidi Mokhtar pres souk | Sidi Mokhtar pres souk
          jdid amizmiz souq         | amizmiz souq
          جديد أمزميز السوق           | أمزميز السوق
          """)
  void namesANewOne(String text, String rest) {
    assertEquals(Optional.of(new FieldCommand.New(rest)), FieldCommand.read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "OK", "1042", "1042 1043 OK", "1042 OK PANNE", "NEW", "2042 OK", "bonjour"})
  void guessesNothing(String text) {
    assertEquals(Optional.empty(), FieldCommand.read(text));
  }

  @Test
  void isBounded() {
    assertEquals(Optional.empty(), FieldCommand.read("x ".repeat(100_000) + "1042 OK"));
  }
}
