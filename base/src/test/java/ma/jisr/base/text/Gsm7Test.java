package ma.jisr.base.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gsm7Test {
  /**
   * The default alphabet as Unicode publishes it (GSM0338.TXT: code, code point), written here from
   * that table and not from the class under test. Letters, digits and the signs that GSM shares
   * with ASCII are added by range below.
   */
  private static final String PUBLISHED =
      "00 0040, 01 00A3, 02 0024, 03 00A5, 04 00E8, 05 00E9, 06 00F9, 07 00EC, 08 00F2, 09 00C7,"
          + " 0A 000A, 0B 00D8, 0C 00F8, 0D 000D, 0E 00C5, 0F 00E5, 10 0394, 11 005F, 12 03A6,"
          + " 13 0393, 14 039B, 15 03A9, 16 03A0, 17 03A8, 18 03A3, 19 0398, 1A 039E, 1C 00C6,"
          + " 1D 00E6, 1E 00DF, 1F 00C9, 24 00A4, 40 00A1, 5B 00C4, 5C 00D6, 5D 00D1, 5E 00DC,"
          + " 5F 00A7, 60 00BF, 7B 00E4, 7C 00F6, 7D 00F1, 7E 00FC, 7F 00E0";

  private static final String PUBLISHED_EXTENSION =
      "0A 000C, 14 005E, 28 007B, 29 007D, 2F 005C, 3C 005B, 3D 007E, 3E 005D, 40 007C, 65 20AC";

  private static Map<Integer, Integer> parse(String published) {
    Map<Integer, Integer> table = new HashMap<>();
    for (String row : published.split(", ", -1)) {
      String[] pair = row.split(" ", -1);
      table.put(HexFormat.fromHexDigits(pair[0]), HexFormat.fromHexDigits(pair[1]));
    }
    return table;
  }

  private static Map<Integer, Integer> alphabet() {
    Map<Integer, Integer> table = parse(PUBLISHED);
    for (int c = 0x20; c <= 0x3F; c++) table.putIfAbsent(c, c);
    for (int c = 'A'; c <= 'Z'; c++) table.put(c, c);
    for (int c = 'a'; c <= 'z'; c++) table.put(c, c);
    return table;
  }

  @Test
  void everyCodeOfTheDefaultAlphabetBothWays() {
    Map<Integer, Integer> alphabet = alphabet();
    assertEquals(127, alphabet.size(), "128 codes, one of them ESC");
    alphabet.forEach(
        (code, c) -> {
          byte[] septets = {code.byteValue()};
          assertArrayEquals(septets, Gsm7.encode(Character.toString(c)), () -> "code " + code);
          assertEquals(Character.toString(c), Gsm7.decode(septets), () -> "code " + code);
        });
  }

  @Test
  void everyCodeOfTheExtensionBothWays() {
    parse(PUBLISHED_EXTENSION)
        .forEach(
            (code, c) -> {
              byte[] septets = {0x1B, code.byteValue()};
              assertArrayEquals(septets, Gsm7.encode(Character.toString(c)));
              assertEquals(Character.toString(c), Gsm7.decode(septets));
              assertEquals(2, Gsm7.septets(c));
            });
  }

  @Test
  void nothingElseInUnicodeFits() {
    Map<Integer, Integer> alphabet = alphabet();
    Map<Integer, Integer> extension = parse(PUBLISHED_EXTENSION);
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      int expected = alphabet.containsValue(c) ? 1 : extension.containsValue(c) ? 2 : 0;
      if (c < 0x3000 || c % 97 == 0) assertEquals(expected, Gsm7.septets(c));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Fin kayn wifi?|14",
        "50€|4",
        "[1] Oui {2} Non|19",
        "èéùàÇ|5",
        "''|0",
      })
  void septets(String text, int septets) {
    assertTrue(Gsm7.fits(text));
    assertEquals(septets, Gsm7.septets(text));
    assertEquals(text, Gsm7.decode(Gsm7.encode(text)));
  }

  @ParameterizedTest
  @CsvSource({
    "Forêt,EA",
    "ça,E7",
    "œuf,153",
    "واش,648",
    "ok 👍,1F44D",
    "ⴰⵣⵓⵍ,2D30",
    "'a\u001bb',1B"
  })
  void theCharacterThatForcesUcs2IsNamed(String text, String hex) {
    int c = HexFormat.fromHexDigits(hex);
    assertFalse(Gsm7.fits(text));
    assertEquals(OptionalInt.of(c), Gsm7.firstOutside(text));
    var refused = assertThrows(IllegalArgumentException.class, () -> Gsm7.encode(text));
    assertEquals(
        "U+%04X is outside the GSM 7 bit alphabet".formatted(c),
        refused.getMessage(),
        "the text itself stays out of messages");
  }

  @ParameterizedTest
  @CsvSource({
    "1B41,A", // unknown extension: the default alphabet's character
    "1B1B,' '",
    "611B,'a '",
    "61FF62,a\uFFFDb",
    "1B80,\uFFFD",
    "1B65,€",
    "'',''",
  })
  void decodingIsLenient(String hex, String text) {
    assertEquals(text, Gsm7.decode(HexFormat.of().parseHex(hex)));
  }
}
