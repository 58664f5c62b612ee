package ma.jisr.sandbox.alphabet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows of 3GPP TS 23.038, 6.2.1, as printed there. */
class Gsm7Test {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "@, 00",
        "$, 02",
        "é, 05",
        "ù, 06",
        "ì, 07",
        "ò, 08",
        "Ç, 09",
        "Ø, 0B",
        "Δ, 10",
        "_, 11",
        "Ξ, 1A",
        "Æ, 1C",
        "É, 1F",
        "!, 21",
        "¤, 24",
        "', 27",
        "0, 30",
        "?, 3F",
        "¡, 40",
        "A, 41",
        "Z, 5A",
        "Ä, 5B",
        "§, 5F",
        "¿, 60",
        "a, 61",
        "z, 7A",
        "ä, 7B",
        "à, 7F",
        "€, 1B65",
        "[, 1B3C",
        "|, 1B40",
        "~, 1B3D",
        "^, 1B14",
        "{, 1B28",
        "}, 1B29",
        "\\, 1B2F",
        "], 1B3E"
      })
  void aCharacterAndItsCode(String character, String code) {
    assertEquals(code, HexFormat.of().withUpperCase().formatHex(Gsm7.encode(character)));
    assertEquals(character, Gsm7.decode(HexFormat.of().parseHex(code)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ç", "ê", "œ", "’", "ع", "ⵣ", "`", "\t", "\u001B"})
  void aCharacterThatIsNotThere(String character) {
    assertFalse(Gsm7.carries(character));
    assertThrows(IllegalArgumentException.class, () -> Gsm7.encode(character));
  }

  @ParameterizedTest
  @CsvSource({"1B61, a", "1B, ' '", "1B1B, ' '", "411B, 'A '"})
  void anEscapeOfNothing(String octets, String text) {
    assertEquals(text, Gsm7.decode(HexFormat.of().parseHex(octets)));
  }

  @Test
  void anOctetThatIsNoSeptet() {
    byte[] latin1 = HexFormat.of().parseHex("41E9");
    assertThrows(IllegalArgumentException.class, () -> Gsm7.decode(latin1));
  }

  @Test
  void allCodesComeBack() {
    for (int code = 0; code < 128; code++) {
      if (code != 0x1B) {
        byte[] septet = {(byte) code};
        assertEquals(code, Gsm7.encode(Gsm7.decode(septet))[0]);
      }
    }
  }
}
