package ma.jisr.sandbox.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each handset shows. */
class GlyphsTest {
  @ParameterizedTest
  @CsvSource({
    "BASIC, Wifi à 5€, Wifi à 5€",
    "BASIC, ويفي 1, ويفي 1",
    "BASIC, ⵣ, □",
    "BASIC, 😀, □□",
    "LATIN_ONLY, Où?, Où?",
    "LATIN_ONLY, ويفي 1, □□□□ 1",
    "LATIN_ONLY, a\u200Eb, a□b",
    "NO_BIDI, Wifi, Wifi",
    "NO_BIDI, 'بت 1', '\u202Dب\u200Cت 1\u202C'",
    "NO_BIDI, ⵣ, □"
  })
  void aTextOnAHandset(Handset handset, String text, String shown) {
    assertEquals(shown, Glyphs.shown(text, handset));
  }

  @Test
  void linesStayLines() {
    assertEquals("a\n□\nb", Glyphs.shown("a\nⵣ\nb", Handset.BASIC));
  }

  @Test
  void namesOnTheCommandLine() {
    assertEquals(Handset.LATIN_ONLY, Handset.named("latin-only"));
    assertEquals(Handset.NO_BIDI, Handset.named("no-bidi"));
    assertThrows(IllegalArgumentException.class, () -> Handset.named("smart"));
  }
}
