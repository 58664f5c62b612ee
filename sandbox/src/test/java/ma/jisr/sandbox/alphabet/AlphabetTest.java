package ma.jisr.sandbox.alphabet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units, parts and codings of texts. */
class AlphabetTest {
  @ParameterizedTest
  @CsvSource({
    "wifi amizmiz, GSM7, 12",
    "été, GSM7, 3",
    "5€, GSM7, 3",
    "fête, UCS2, 4",
    "ويفي, UCS2, 4",
    "ⵣ, UCS2, 1",
    "😀, UCS2, 2"
  })
  void aTextAndItsUnits(String text, Alphabet alphabet, int units) {
    assertEquals(alphabet, Alphabet.of(text));
    assertEquals(units, alphabet.units(text));
  }

  /** n times the character, and the units of each part. */
  @ParameterizedTest
  @CsvSource({
    "a, 160, 160",
    "a, 161, 153 8",
    "a, 306, 153 153",
    "a, 307, 153 153 1",
    "€, 80, 160",
    "€, 81, 152 10",
    "ع, 70, 70",
    "ع, 71, 67 4",
    "😀, 35, 70",
    "😀, 36, 66 6"
  })
  void partsThatFit(String character, int times, String expected) {
    String text = character.repeat(times);
    Alphabet alphabet = Alphabet.of(text);
    var parts = alphabet.parts(text);
    assertEquals(
        expected,
        parts.stream()
            .map(part -> String.valueOf(alphabet.units(part)))
            .collect(Collectors.joining(" ")));
    assertEquals(text, String.join("", parts));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 4105, Aé, GSM7",
    "15, 41, A, GSM7",
    "240, 41, A, GSM7",
    "1, 41, A, GSM7",
    "3, 41E9, Aé, GSM7",
    "3, EA, ê, UCS2",
    "8, 0639, ع, UCS2",
    "72, 0639, ع, UCS2",
    "24, 0639, ع, UCS2"
  })
  void aDataCoding(int coding, String octets, String text, Alphabet alphabet) {
    assertEquals(
        new DataCoding(text, alphabet), DataCoding.read(coding, HexFormat.of().parseHex(octets)));
  }

  @ParameterizedTest
  @CsvSource({"0, C3A9", "1, E9", "8, 06", "4, 41", "2, 41", "244, 41"})
  void aDataCodingThatIsWrong(int coding, String octets) {
    byte[] bytes = HexFormat.of().parseHex(octets);
    assertThrows(IllegalArgumentException.class, () -> DataCoding.read(coding, bytes));
  }
}
