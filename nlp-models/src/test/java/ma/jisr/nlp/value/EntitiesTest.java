package ma.jisr.nlp.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EntitiesTest {
  static Stream<String[]> rows() {
    return ValueRows.of("chosen.txt", 3);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void anIntentTakesWhatIsItsOwn(String text, String intent, String values) {
    Entities chosen = ValueRows.READER.read(text).of(Intent.of(intent).orElseThrow());
    assertEquals(
        values,
        chosen.all().stream()
            .map(f -> f.type().label() + "=" + f.value())
            .collect(Collectors.joining(";")),
        text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sifet 50 dh l 0612345678 | sifet <amt> l <tel>",
        "sifet 50dh l0612345678 | sifet <amt> <tel>",
        "mya w khamsin dirham l khouya | <amt> l khouya",
        "ticket b 045 | ticket <ticket>",
        "ghedda f l3chra | <slot>",
        "recharge 20 | recharge <num>",
        "facture d'eau | facture d <biller>",
        "bghit français | bghit <lang>",
        "06 12 34 56 78 et 06 61 00 20 03 | <tel> et <tel>",
        "bonjour | bonjour",
      })
  void masks(String text, String masked) {
    List<String> words =
        ValueRows.READER
            .read(text)
            .masked(Token.of(text), EnumSet.allOf(EntityType.class), Token::folded);
    assertEquals(masked, String.join(" ", words));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sift 20 l zéro six douze 34 56 78 daba | sift 20 l 0612345678 daba",
        "sifr setta 11 11 11 11 w 06 12 34 56 78 | 0611111111 w 06 12 34 56 78",
        "sift 20 l 06.12.34.56.78 | sift 20 l 06.12.34.56.78",
        "bonjour | bonjour",
      })
  void whatIsSaidIsWrittenInFigures(String text, String figures) {
    assertEquals(figures, ValueRows.READER.read(text).inFigures(text));
  }

  @Test
  void onlyTheTypesAskedForAreMasked() {
    String text = "facture d'eau 50 dh";
    List<String> words =
        ValueRows.READER
            .read(text)
            .masked(Token.of(text), EnumSet.of(EntityType.AMOUNT), Token::folded);
    assertEquals(List.of("facture", "d", "eau", "<amt>"), words);
  }

  @Test
  void spansAreThoseOfTheText() {
    String text = "صيفط ب٢٠درهم ل٠٦١٢٣٤٥٦٧٨ عافاك";
    assertEquals(
        List.of("٢٠درهم", "٠٦١٢٣٤٥٦٧٨"),
        ValueRows.READER.read(text).all().stream()
            .map(f -> text.substring(f.start(), f.end()))
            .toList());
  }

  @Test
  void namesNoValueInLogs() {
    assertFalse(ValueRows.READER.read("0612345678").toString().contains("0612"));
  }
}
