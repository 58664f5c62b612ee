package ma.jisr.nlp.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionReaderTest {
  private final ConditionReader reader = ConditionReader.bundled();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wifi gratuit à Chichaoua svp | free",
        "où me connecter sans payer | free",
        "F ZAIO KAYN CHI WIFI BLA FLOUSS WALA LA | free",
        "lwifi lfabor fin kaykoun f Aourir | free",
        "فين كاين الويفي فابور | free",
        "هل يوجد واي فاي مجاني في آسفي | free",
        "Mani gh illa wifi bla lflus gh Tafraout | free",
        "any open hotspot in Sale medina right now?? | open",
        "wifi ouvert maintenant Safi | open",
        "wifi m7loul daba f Amizmiz | open",
        "واش كاين ويفي محلول دابا | open",
        "internet gratuit et ouvert ce soir | free open",
        "Réseau ouvert à Afourer, adresse exacte SVP |",
        "هل توجد شبكة مفتوحة للعموم |",
        "je suis maintenant à Safi, où est le wifi |",
        "wifi amizmiz |",
        "freeze |",
        "'' |",
      })
  void whatItHasToBe(String text, @Nullable String condition) {
    assertEquals(Optional.ofNullable(condition), reader.read(text));
  }
}
