package ma.jisr.app.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import ma.jisr.app.settings.Settings;
import ma.jisr.app.understand.ModelFreeText;
import ma.jisr.app.wiring.Repertoire;
import ma.jisr.app.wiring.Stores;
import ma.jisr.base.Language;
import ma.jisr.gateway.unresolved.Lesson;
import ma.jisr.map.place.PlaceSearch;
import ma.jisr.store.memory.MemoryStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may be taught, on the flows and places of the product; and that it is used then. */
class TeachingTest {
  private static final Repertoire REPERTOIRE =
      Repertoire.of(
          Settings.ofSandbox(Path.of("")),
          new MemoryStore(Stores.collections()),
          () -> Instant.EPOCH,
          Runnable::run);
  private static final Knowledge KNOWLEDGE = REPERTOIRE.knowledge();
  private static final Teaching TEACHING = new Teaching(REPERTOIRE.flows(), KNOWLEDGE);

  private static Lesson phrase(String intent, String text) {
    return TEACHING.phrase("amina", Instant.EPOCH, intent, text);
  }

  private static Lesson alias(String place, String text) {
    return TEACHING.alias("amina", Instant.EPOCH, place, text);
  }

  @ParameterizedTest
  @CsvSource({
    "hotspot.find,Fin l'ONDA svp,fin l onda",
    "hotspot.find@ary-Latn,fin onda,fin onda",
    "wallet.bill,خلص ليا الضو ديال الدار,خلص ليا الضو ديال الدار",
    "none,chkoun nta a sat,chkoun nta a sat",
    "help,قدر,قدر",
  })
  void phrasesAreKeptAsCommandsAreFolded(String intent, String text, String kept) {
    Lesson lesson = phrase(intent, text);
    assertEquals(kept, lesson.text());
    assertEquals(intent, lesson.target());
  }

  @ParameterizedTest
  @CsvSource({
    "hotspot.fin,fin onda,there is no intent 'hotspot.fin'",
    "hotspot.find@xx,fin onda,there is no intent 'hotspot.find@xx'",
    "help,STOP svp,the word stop",
    "help,7bes,the word stop",
    "help,WiFi,start word of the flow",
    "help,fin <place>,a mask such as",
    "help,merci,there is no word",
    "help,!!!,there is no word",
    "wallet.transfer,sifet l 0612345678,(<tel>)",
    "wallet.transfer,smiti Zwiwel,(<name>)",
    "ticket.status,ticket A042 nqder,(<ticket>)",
  })
  void phrasesThatMayNotBe(String intent, String text, String why) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> phrase(intent, text)).getMessage();
    assertTrue(String.valueOf(said).contains(why), said);
  }

  @Test
  void phrasesHaveAnEnd() {
    String most = "qx".repeat(Lesson.MAX_TEXT / 2);
    assertEquals(most, phrase("help", most).text());
    assertThrows(IllegalArgumentException.class, () -> phrase("help", most + "q"));
  }

  @ParameterizedTest
  @CsvSource({
    "al-haouz.amizmiz,Tbez-Bouzt,tbez bouzt,al-haouz.amizmiz",
    "Amizmiz,تبزبوزت,تبزبوزت,al-haouz.amizmiz",
  })
  void spellingsAreKeptFolded(String place, String text, String kept, String id) {
    Lesson lesson = alias(place, text);
    assertEquals(kept, lesson.text());
    assertEquals(id, lesson.target());
  }

  @ParameterizedTest
  @CsvSource({
    "qqqqqq.zzzz,tbezbouzt,there is no place",
    "al-haouz,tbezbouzt,there is no place",
    "al-haouz.amizmiz,tb,too short",
    "al-haouz.amizmiz,tbezbouzt 40,holds digits",
    "al-haouz.amizmiz,wifi,everyday words",
    "al-haouz.amizmiz,bghit,everyday words",
    "al-haouz.amizmiz,Marrakech,found already",
    "al-haouz.amizmiz,amzmiz,found already",
  })
  void spellingsThatMayNotBe(String place, String text, String why) {
    String said =
        assertThrows(IllegalArgumentException.class, () -> alias(place, text)).getMessage();
    assertTrue(String.valueOf(said).contains(why), said);
  }

  @Test
  void lessonsAreInUseAndWhatMeansNothingHereIsLeftOut() {
    Lesson phrase = phrase("hotspot.find@zgh", "fin onda");
    Lesson strange = new Lesson(Lesson.Kind.PHRASE, "x", "intent.of.tomorrow", "a", Instant.EPOCH);
    Lesson nowhere = new Lesson(Lesson.Kind.ALIAS, "nowhere", "no.where", "a", Instant.EPOCH);
    KNOWLEDGE.accept(List.of(phrase, strange, nowhere, alias("al-haouz.amizmiz", "tbezbouzt")));
    ModelFreeText reader = ModelFreeText.on(KNOWLEDGE);
    assertEquals("hotspot.find@zgh", phrase.target());
    assertEquals(Optional.of(Language.SHI_LATN), reader.language("fin onda"), "the phrase's own");
    assertEquals(Optional.of(Language.FR), reader.language("bonjour monsieur, svp"));
    assertEquals(Optional.empty(), KNOWLEDGE.phrases().find("x"));
    PlaceSearch search = KNOWLEDGE.gazetteer().search();
    assertEquals("al-haouz.amizmiz", search.find("tbezbouzt", 1).matches().getFirst().area().id());
    KNOWLEDGE.accept(List.of());
    assertEquals(Optional.empty(), KNOWLEDGE.phrases().find("fin onda"));
    assertTrue(search.find("tbezbouzt", 1).matches().isEmpty());
  }
}
