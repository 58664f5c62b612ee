package ma.jisr.map.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Spellings as people type them, on the gazetteer that comes with the product. */
final class PlaceSearchTest {
  private static final PlaceSearch SEARCH = StarterGazetteer.read().search();

  @ParameterizedTest
  @CsvSource({
    "Amizmiz,al-haouz.amizmiz",
    "amzmiz,al-haouz.amizmiz",
    "AMIZMIZE,al-haouz.amizmiz",
    "أمزميز,al-haouz.amizmiz",
    "امزميز,al-haouz.amizmiz",
    "amezmiz,al-haouz.amizmiz",
    "chichaoua,chichaoua.chichaoua",
    "shishawa,chichaoua.chichaoua",
    "شيشاوة,chichaoua.chichaoua",
    "chichawa,chichaoua.chichaoua",
    "imintanout,chichaoua.imintanoute",
    "imi n tanout,chichaoua.imintanoute",
    "امنتانوت,chichaoua.imintanoute",
    "marakech,marrakech.marrakech",
    "mrakch,marrakech.marrakech",
    "مراكش,marrakech.marrakech",
    "kech,marrakech.marrakech",
    "Marrakesh,marrakech.marrakech",
    "essaouira,essaouira.essaouira",
    "swira,essaouira.essaouira",
    "الصويره,essaouira.essaouira",
    "mogador,essaouira.essaouira",
    "safi,safi.safi",
    "asfi,safi.safi",
    "اسفي,safi.safi",
    "casa,casablanca.casablanca",
    "kazablanka,casablanca.casablanca",
    "dar lbida,casablanca.casablanca",
    "الدار البيضاء,casablanca.casablanca",
    "tahanawt,al-haouz.tahannaout",
    "asny,al-haouz.asni",
    "ait ourir,al-haouz.ait-ourir",
    "ben guerir,rehamna.ben-guerir",
    "benguerir,rehamna.ben-guerir",
    "bengrir,rehamna.ben-guerir",
    "chaouen,chefchaouen.chefchaouen",
    "chemaia,youssoufia.chemaia",
    "yousoufia,youssoufia.youssoufia",
    "l3youn,laayoune.laayoune",
    "titwan,tetouan.tetouan",
    "warzazat,ouarzazate.ouarzazate",
    "9al3at mgouna,tinghir.kalaat-m-gouna",
    "lhoceima,al-hoceima.al-hoceima",
    "beni mlal,beni-mellal.beni-mellal",
    "talat nyaaqoub,al-haouz.talat-n-yaaqoub",
    "9al3at sraghna,el-kelaa-des-sraghna.el-kelaa-des-sraghna",
    "tamansort,marrakech.tamansourt",
    "tanger,tanger-assilah.tanger",
    "fes,fes.fes",
    "l7aouz,al-haouz",
    "rhamna,rehamna"
  })
  void findsTheTownFirst(String typed, String id) {
    List<PlaceMatch> found = SEARCH.find(typed, 3).matches();
    assertFalse(found.isEmpty(), "nothing found");
    assertEquals(id, found.getFirst().area().id(), found::toString);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Amizmiz", "أمزميز", "marrakech", "casa", "Chichaoua", "swira", "safi"})
  void isSureOfAPlainName(String typed) {
    assertTrue(SEARCH.find(typed, 3).sure(), () -> SEARCH.find(typed, 3).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "salam",
        "merci",
        "solde",
        "facebook",
        "wifi",
        "bonjour",
        "سلام",
        "شكرا",
        "aide",
        "menu",
        "stop",
        "oui",
        "la",
        "ok",
        "khoya",
        "ticket",
        "test",
        "12",
        "a",
        "",
        "   ",
        "????",
        "🙂",
        "je voudrais savoir combien coute la connexion"
      })
  void isNeverSureOfAnOrdinaryWord(String typed) {
    assertFalse(SEARCH.find(typed, 3).sure(), () -> SEARCH.find(typed, 3).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"xylophone", "zzzz", "qwertyuiop", "12345", "!!!"})
  void findsNothingInNonsense(String typed) {
    assertEquals(List.of(), SEARCH.find(typed, 3).matches());
  }

  @ParameterizedTest
  @CsvSource({"sidi,safi,0", "amizmiz,al-haouz,1", "amizmiz,safi,0", "asn,al-haouz,1"})
  void keepsToTheProvince(String typed, String province, int least) {
    List<PlaceMatch> found = SEARCH.find(typed, province, 8).matches();
    assertTrue(found.size() >= least, found::toString);
    assertTrue(
        found.stream()
            .allMatch(
                m ->
                    m.area().id().equals(province)
                        || ((Place) m.area()).province().equals(province)),
        found::toString);
  }
}
