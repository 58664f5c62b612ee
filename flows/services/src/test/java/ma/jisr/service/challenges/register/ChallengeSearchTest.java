package ma.jisr.service.challenges.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import ma.jisr.map.ledger.Versioned;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people type who look for a challenge, in any language: rows written before the search. */
class ChallengeSearchTest {
  private static final ChallengeBook BOOK = book();

  private static ChallengeBook book() {
    Starter starter = Starter.shipped();
    ChallengeBook book = new ChallengeBook(starter.themes());
    book.beginReading();
    book.endReading(starter.challenges().values().stream().map(c -> new Versioned<>(c, 0)).toList());
    return book;
  }

  /** A code: that comes first. {@code in}: among what is listed. {@code t5}: that theme. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2.4                          | 2.4
          2,4                          | 2.4
          24                           | 2.4
          2                            | t2
          defi 2.4                     | 2.4
          défi n 5.9                   | 5.9
          ٢.٤                          | 2.4
          wifi gratuit                 | 2.4
          couverture réseau            | 2.4
          defi wifi                    | 2.4
          zone blanche                 | 2.4
          tourisme                     | t5
          défi tourisme                | t5
          touristes                    | t5
          export                       | t4
          industrie                    | t3
          commerce de proximité        | t1
          télétravail                  | 2.2
          travail à distance           | 2.2
          téléconsultation             | 2.2
          hygiène                      | 1.2
          livraison                    | in 1.1 6.1
          problème de livraison        | in 1.1 6.1
          vendre en ligne              | in 6.1 1.1
          signature électronique       | 2.1
          e-learning                   | 2.3
          cloud                        | 2.3
          machines                     | 3.3
          matières premières           | 3.2
          transport de marchandises    | 4.2
          aéroport                     | in 4.2 5.1
          douane                       | 4.3
          emploi                       | in 5.8
          artisans                     | 6.1
          coopératives                 | in 6.1 1.1
          radio                        | 6.3
          vidéo                        | 6.4
          données                      | in 5.7
          température usine            | 3.1
          secteur informel             | 1.3
          paiement sans contact        | 1.1
          marchés publics              | 2.1
          produits régionaux           | in 5.5
          hotel                        | in 5.1
          souk                         | in 6.2
          tourisme solidaire           | in 5.5 5.2
          turisme                      | t5
          telekonsultation             | 2.2
          تحدي السياحة                 | t5
          السياحة الرقمية              | 5.4
          الواي فاي                    | 2.4
          العمل عن بعد                 | 2.2
          النظافة                      | 1.2
          الديوانة                     | 4.3
          التصدير                      | t4
          الشغل                        | in 5.8
          الآلات                       | 3.3
          التوصيل                      | in 6.1 1.1
          المعطيات                     | in 5.7
          التعاونيات                   | in 6.1 1.1
          الخدمة من الدار              | 2.2
          ويفي فابور                   | 2.4
          النقاوة                      | 1.2
          siya7a                       | t5
          siyaha                       | t5
          wifi fabor                   | 2.4
          lkhedma men ddar             | 2.2
          n9awa                        | 1.2
          mochkil livraison            | in 1.1 6.1
          tawsil                       | in 1.1 6.1
          diwana                       | 4.3
          makinat                      | 3.3
          sna3iya                      | 6.1
          swa9                         | in 6.2
          chghel                       | in 5.8
          wra9 tasdir                  | 4.3
          siya7a gh tmazirt            | in 5.3 5.6 5.4
          tourism                      | t5
          free wifi                    | 2.4
          remote work                  | 2.2
          delivery                     | in 1.1 6.1
          customs                      | 4.3
          jobs                         | in 5.8
          local machines               | 3.3
          hygiene                      | 1.2
          """)
  void isFound(String text, String expected) {
    ChallengeMatches found = BOOK.search(text, 5);
    if (expected.startsWith("t")) {
      assertEquals(expected.substring(1), found.theme() == null ? codes(found) : found.theme().id());
      return;
    }
    assertNull(found.theme());
    if (expected.startsWith("in ")) {
      List<String> wanted = List.of(expected.substring(3).split(" "));
      assertTrue(codes(found).stream().anyMatch(wanted::contains), codes(found)::toString);
    } else {
      assertEquals(expected, codes(found).isEmpty() ? "nothing" : codes(found).getFirst());
    }
  }

  @ParameterizedTest
  @CsvSource({
    "defi eau", "eau potable", "تحدي الماء", "mochkil lma", "aman", "football", "météo demain",
    "bonjour", "chkoun nta", "crédit bancaire", "mariage", "7.1", "99", "2.77", "drari sghar",
    "الكرة", "match du raja", "zwaj", "voiture", "défi", "le problème de la", "x", "12345678"
  })
  void meansNone(String text) {
    ChallengeMatches found = BOOK.search(text, 5);
    assertEquals(List.of(), codes(found));
    assertNull(found.theme());
  }

  private static List<String> codes(ChallengeMatches found) {
    return found.challenges().stream().map(Challenge::code).toList();
  }
}
