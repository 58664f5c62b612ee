package ma.jisr.map.exchange.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CellsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Café|Café",
        "=1+1|'=1+1",
        "+212612345678|'+212612345678",
        "-7 derb|'-7 derb",
        "@home|'@home",
        "'Oukaïmeden|'Oukaïmeden",
        "'=1+1|''=1+1",
        "''x|'''x",
        "'|'",
        "''|'''",
        "\" x\"|\"' x\"",
        "\"x \"|\"'x \"",
        "'-|''-",
      })
  void aTextIsWrittenAndReadBackExactly(String text, String cell) {
    assertEquals(cell, Cells.cell(text));
    assertEquals(text, Cells.text(cell));
  }

  @ParameterizedTest
  @ValueSource(strings = {"  Café ", "Café\t", "\u2003Café"})
  void blanksAroundAreAnAccident(String cell) {
    assertEquals("Café", Cells.text(cell));
  }

  @Test
  void whatNoTextMayHoldBecomesABlank() {
    assertEquals("a b", Cells.text("a\nb"));
    assertEquals("a b", Cells.text("a\u0000b"));
    assertEquals("a b", Cells.text("a\ud800b"));
    assertEquals("😀", Cells.text("😀"));
  }

  /** Any text that a hotspot may hold: no controls, no half characters, not blank. */
  @Test
  void everyTextComesBackAndNoneIsAFormula() {
    String letters = "'''=+-@ \u00a0\u2003;,\"abcé ش😀0";
    Random random = new Random(5);
    int[] points = letters.codePoints().toArray();
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(6) + 1; n > 0; n--)
        text.appendCodePoint(points[random.nextInt(points.length)]);
      String any = text.toString();
      if (any.isBlank()) continue;
      String cell = Cells.cell(any);
      assertEquals(any, Cells.text(cell), () -> "from " + cell);
      assertFalse(Cells.isFormula(cell), cell);
    }
  }
}
