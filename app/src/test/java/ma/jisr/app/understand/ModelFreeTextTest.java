package ma.jisr.app.understand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import ma.jisr.app.review.Knowledge;
import ma.jisr.flow.Understood;
import ma.jisr.flow.person.Person;
import ma.jisr.flow.person.Profile;
import ma.jisr.map.place.Gazetteer;
import ma.jisr.map.place.Places;
import ma.jisr.map.place.StarterGazetteer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the flow engine is told of free texts. */
class ModelFreeTextTest {
  private static final Gazetteer GAZETTEER = StarterGazetteer.read();
  private static final ModelFreeText READER = ModelFreeText.on(Knowledge.of(new Places(GAZETTEER)));
  private static final Profile NOBODY = Person.unknown("p").profile();

  private static Understood.Sure sure(String text) {
    return assertInstanceOf(Understood.Sure.class, READER.understand(text, NOBODY), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "wifi makhdamch",
        "wifi khaser",
        "wifi t9il",
        "wifi makaykhdemch",
        "ويفي ماخدامش",
        "الويفي مقطوع",
        "ويفي تقيل",
        "الواي فاي معطل",
        "الواي فاي لا يعمل",
        "wifi en panne",
        "wifi ne marche pas",
        "wifi coupé",
        "wifi broken",
        "wifi not working",
        "wifi ur ikhddim",
        "wifi ikhsr",
        "ⵡⵉⴼⵉ ⵓⵔ ⵉⵅⴷⴷⵉⵎ",
      })
  void aBrokenWifiIsReportedBeyondDoubt(String text) {
    assertEquals("hotspot.report", sure(text).wish().intent());
    assertTrue(sure(text).certain(), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"31.21733,-8.23274", "31.2173,-8.2327", "31.22,-8.23", "31,2173 ; -8,2327"})
  void aPositionAloneAsksWhatIsNear(String text) {
    assertEquals("hotspot.find", sure(text).wish().intent());
    assertEquals(text, sure(text).wish().values().get("place"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"48.8566,2.3522", "0661000001", "12,50", "1.5", "10 20", "00", "7", "٧", "50 %"})
  void otherFiguresAloneWantNothing(String text) {
    assertEquals(Understood.NOTHING, READER.understand(text, NOBODY));
  }

  @ParameterizedTest
  @ValueSource(strings = {"payer 50", "recharge 0661000001", "خلص 50"})
  void figuresWithAWordAreHeard(String text) {
    assertTrue(sure(text).wish().intent().startsWith("wallet."), text);
  }

  /** What stands behind the start word of a search stays a name. */
  @Test
  void noPlaceOfTheGazetteerIsOverruled() {
    List<String> overruled = new ArrayList<>();
    for (String name : GAZETTEER.spellings())
      if (name.indexOf(' ') < 0
          && READER.understand("wifi " + name, NOBODY)
              instanceof Understood.Sure(Understood.Wish wish, boolean certain)
          && certain
          && !wish.intent().equals("hotspot.find")
          && !wish.values().containsKey("place")) overruled.add(name + ": " + wish.intent());
    assertEquals(List.of(), overruled);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "khlles 1042 45|wallet.merchant_pay|shop=1042;amount=45",
        "sifet 50 dh l sifr setta tnach reb3a w tlatin setta w khemsin tmenya w"
            + " seb3in|wallet.transfer|amount=50;msisdn=0612345678",
        "envoie vingt dirhams au zéro six douze trente-quatre cinquante-six"
            + " soixante-dix-huit|wallet.transfer|amount=20;msisdn=0612345678",
        "صيفط 100 درهم ل صفر ستة واحد جوج تلاتة ربعة خمسة ستة سبعة"
            + " تمنية|wallet.transfer|amount=100;msisdn=0612345678",
      })
  void valuesComeWithTheWish(String text, String intent, String values) {
    Understood.Wish wish = sure(text).wish();
    assertEquals(intent, wish.intent());
    for (String value : values.split(";", -1)) {
      String[] pair = value.split("=", 2);
      assertEquals(pair[1], wish.values().get(pair[0]), text);
    }
  }
}
