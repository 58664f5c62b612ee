package ma.jisr.nlp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConceptsTest {
  private static final Lexicon LEXICON =
      Lexicon.of(
          List.of(
              "PAY\tary-Latn\tkhelles, nkhelles",
              "PAY\tfr\tpayer, régler",
              "BILL\tfr\tfacture, facture d'eau",
              "WATER\tary\tالما, الماء",
              "WATER\tary-Latn\tlma",
              "NOT_WORKING\tary-Latn\tmakhdamch, ma khdamch",
              "WIFI\tfr\twifi, wi fi"));

  @ParameterizedTest
  @CsvSource({
    "payer la facture,PAY BILL",
    "facture d'eau,BILL",
    "RÉGLER,PAY",
    // by skeleton, whatever the script
    "خلص,~PAY",
    "khlass,~PAY",
    "factoura,~BILL",
    "faktur,~BILL",
    // under an article or a preposition
    "lwifi,WIFI",
    "والماء,WATER",
    "f lma,WATER",
    "wi-fi makhedamch,WIFI ~NOT_WORKING",
    "ma khdamch,NOT_WORKING",
    // too short to be known by skeleton
    "lam,''",
    "0612345678,''",
    "'',''",
  })
  void areFound(String text, String concepts) {
    Concepts found = Concepts.of(Words.of(text), LEXICON);
    StringJoiner names = new StringJoiner(" ");
    for (int i = 0; i < found.size(); i++)
      names.add((found.exact(i) ? "" : "~") + LEXICON.name(found.concept(i)));
    assertEquals(concepts, names.toString());
  }

  @Test
  void malformedLinesAreRefused() {
    assertThrows(ModelException.class, () -> Lexicon.of(List.of("PAY\tpayer")));
  }
}
