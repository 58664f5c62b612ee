package ma.jisr.nlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ma.jisr.base.Language;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageGuessTest {
  private final LanguageGuess guess = LanguageGuess.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "Quel est le magasin le plus proche ?|fr",
        "je veux payer ma facture|fr",
        "où est la poste|fr",
        "where can I find a shop|en",
        "the queue please|en",
        "fin kayn chi hanout|ary-Latn",
        "bghit nkhelles la facture|ary-Latn",
        "ch7al baqi l nouba|ary-Latn",
        "l7anout dyal hamid|ary-Latn",
        "mani illa lbanka|shi-Latn",
        "righ ad ssnegh|shi-Latn",
        "azul tanmirt|shi-Latn",
        "أين أقرب متجر من فضلكم|ar",
        "أريد تذكرة|ar",
        "واش كاين شي حانوت|ary-Arab",
        "بغيت نوبة|ary-Arab",
        "شحال باقي ليا|ary-Arab",
        "ⴰⵣⵓⵍ ⵎⴰⵏⵉ|zgh-Tfng",
      })
  void rows(String text, String tag) {
    assertEquals(tag, guess.guess(text).map(Language::tag).orElse("-"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Safi",
        "Béni Mellal",
        "Talat N'Yaaqoub",
        "مراكش",
        "فاس",
        "آسفي",
        "0",
        "*585#",
        "👍",
        "ok",
        "merci",
        "4g",
        "10h30",
        "20dh",
        "3eme",
        "wifi",
        "El Hajeb",
        "Aïn Leuh",
        "Sidi Ifni"
      })
  void nothingTells(String text) {
    assertEquals("-", guess.guess(text).map(Language::tag).orElse("-"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"7anout", "l3youn", "9rib", "ch7al", "3afak", "mr7ba", "5dma", "nl9a"})
  void digitsThatAreLetters(String word) {
    assertTrue(LanguageGuess.isArabizi(word));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"4g", "10h30", "20dh", "3eme", "2eme", "wifi2", "12", "safi", "7h", "9km"})
  void digitsThatAreDigits(String word) {
    assertFalse(LanguageGuess.isArabizi(word));
  }
}
