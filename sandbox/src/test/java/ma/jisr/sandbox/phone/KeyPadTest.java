package ma.jisr.sandbox.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Key presses of typed texts. */
class KeyPadTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "1, 1",
    "*585#, 5",
    "a, 1",
    "b, 2",
    "s, 4",
    "z, 4",
    "wifi, 10",
    "wifi amizmiz, 28",
    "A, 2",
    "AB, 4",
    "Ab, 5",
    "é, 4",
    "' ', 1",
    "., 1",
    "ب, 1",
    "ي, 4",
    "ا, 1",
    "ويفي, 12",
    "€, 4",
    "ⵣ, 4"
  })
  void aTextAndItsPresses(String text, int presses) {
    assertEquals(presses, KeyPad.presses(text));
  }
}
