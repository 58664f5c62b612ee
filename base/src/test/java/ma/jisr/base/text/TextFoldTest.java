package ma.jisr.base.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextFoldTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "  Béni   Mellal |beni mellal",
        "ARRÊT|arret",
        "Cœur ÇA|coeur ca",
        "L’eau|l'eau",
        "أمزميز|امزميز",
        "إيموزار|ايموزار",
        "آسفي|اسفي",
        "ٱلله|الله",
        "مُحَمَّـــد|محمد",
        "الصويرة|الصويره",
        "مستشفى|مستشفي",
        "أݣادير|اكادير",
        "أڭادير|اكادير",
        "أگادیر|اكادير",
        "ڤيديو پيتزا چاي|فيديو بيتزا جاي",
        "٠٦١٢ ۰۶۱۲ ０６１２|0612 0612 0612",
        "ﻭﺍﺵ|واش",
        "wifi \u00A0\u2003amizmiz|wifi amizmiz",
        "w\u200Bi\u200Dfi|wifi",
        "Aḍu Taɣuri|adu taghuri",
        "ﬁn|fin",
      })
  void fold(String text, String folded) {
    assertEquals(folded, TextFold.fold(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fin kayn wifi f Chichaoua?|fin,kayn,wifi,f,chichaoua",
        "3afak, bghit l-wifi!|3afak,bghit,l,wifi",
        "N'Yaaqoub|n,yaaqoub",
        "ويفي، أمزميز؟|ويفي,امزميز",
        "?!.|''",
      })
  void words(String text, String joined) {
    List<String> expected = joined.isEmpty() ? List.of() : Arrays.asList(joined.split(",", -1));
    assertEquals(expected, TextFold.words(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "STOP|stop",
        "Stop svp !|stop",
        "Arrêt, s'il vous plaît. Merci|arret",
        "salam, 7bes 3afak|7bes",
        "  وقف من فضلك شكرا |وقف",
        "وَقِّف!!|وقف",
        "merci stop merci|stop",
        "we must stop this bill|we must stop this bill",
        "stop 2|stop 2",
        "0|0",
        "٠٠|00",
      })
  void command(String text, String command) {
    assertEquals(command, TextFold.command(text));
  }

  @Test
  void thanksAloneAreNoCommand() {
    assertEquals("", TextFold.command("Merci beaucoup !"));
    assertEquals("", TextFold.command("شكرا جزيلا"));
    assertEquals("", TextFold.command(""));
  }

  @Test
  void idempotentForEveryCodePoint() {
    for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
      String once = TextFold.fold("a" + Character.toString(c) + "ب");
      if (!once.equals(TextFold.fold(once))) assertEquals(once, TextFold.fold(once), "" + c);
    }
  }

  @Test
  void idempotentAndBoundedForAnyText() {
    Random random = new Random(208);
    for (int run = 0; run < 3_000; run++) {
      int length = random.nextInt(run % 100 == 0 ? 6_000 : 60);
      StringBuilder text = new StringBuilder();
      int ceiling = run % 2 == 0 ? 0x700 : 0x11_0000;
      while (text.length() < length) text.appendCodePoint(random.nextInt(ceiling));
      String once = TextFold.fold(text.toString());
      assertTrue(once.length() <= TextFold.MAX_LENGTH);
      assertEquals(once, TextFold.fold(once));
      assertEquals(TextFold.words(once), TextFold.words(text.toString()));
    }
    // U+FDFA is one character that unfolds into eighteen
    String pile = TextFold.fold("\uFDFA".repeat(4_096));
    assertEquals(pile, TextFold.fold(pile));
  }

  @Test
  void digits() {
    assertEquals("06 12 ab 34", Digits.western("٠٦ ۱۲ ab 34"));
    assertEquals("", Digits.western(""));
    assertEquals("\uD83D", Digits.western("\uD83D"));
  }
}
