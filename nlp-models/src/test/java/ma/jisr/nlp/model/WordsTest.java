package ma.jisr.nlp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // folding, elisions, emphasis
        "Où est l'Internet GRATUIT ?|ou est l internet gratuit",
        "bghiiiit wifiiii!!!|bghit wifi",
        "فاتورة الـمـاء|فاتوره الماء",
        "ⵎⴰⵏⵉ ⵡⵉⴼⵉ|ⵎⴰⵏⵉ ⵡⵉⴼⵉ",
        // digits inside words are letters
        "3afak 9rib m3a 7anout|3afak 9rib m3a 7anout",
        "internet 4g|internet 4g",
        // numbers by what they are
        "sift 200 dh l 0612345678|sift <amt> l <tel>",
        "20dh|<amt>",
        "٢٠ درهم|<amt>",
        "06 12 34 56 78|<tel>",
        "+212 6.12.34.56.78|<tel>",
        "ticket A042|ticket <code>",
        "à 10h30 ou 14h|a <time> ou <time>",
        "3 personnes|<num> personnes",
        // not numbers
        "a1|a1",
        "abcd123|abcd123",
        "''|''",
        "!?…😀|''",
      })
  void areFoldedAndMasked(String text, String words) {
    Words read = Words.of(text);
    assertEquals(
        words,
        IntStream.range(0, read.size()).mapToObj(read::word).collect(Collectors.joining(" ")));
  }

  @ParameterizedTest
  @CsvSource({
    "fin wifi,LATIN",
    "بغيت wifi,ARABIC",
    "ⵔⵉⵖ wifi,TIFINAGH",
    "'',LATIN",
    "123,LATIN",
  })
  void haveAScript(String text, Scripts.Script script) {
    assertEquals(script, Words.of(text).scripts().main());
  }

  @Test
  void anArabicNameMakesNoArabicOfALongLatinText() {
    assertEquals(Scripts.Script.LATIN, new Scripts(30, 8, 0).main());
  }
}
