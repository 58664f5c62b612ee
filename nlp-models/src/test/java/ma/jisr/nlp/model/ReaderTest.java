package ma.jisr.nlp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import ma.jisr.nlp.Intent;
import ma.jisr.nlp.Tongue;
import ma.jisr.nlp.model.Ranking.Candidate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReaderTest {
  private static final Reader READER = Reader.bundled();

  @Test
  void whatIsUnsureIsAsked() {
    Ranking ranking =
        new Ranking(
            List.of(
                new Candidate(Intent.NONE, 0.4),
                new Candidate(Intent.HELP, 0.3),
                new Candidate(Intent.WALLET_BILL, 0.2),
                new Candidate(Intent.NOTICE_READ, 0.06),
                new Candidate(Intent.SHOP_FIND, 0.04)),
            Tongue.FR);
    assertEquals(
        new Verdict.Ask(List.of(Intent.HELP, Intent.WALLET_BILL, Intent.NOTICE_READ)),
        Reader.verdict(ranking, 0.41));
    assertEquals(new Verdict.Sure(Intent.NONE), Reader.verdict(ranking, 0.4));
  }

  @Test
  void whatMayBeOutOfScopeIsAskedHoweverLikely() {
    assertEquals(new Verdict.Sure(Intent.HELP), Reader.verdict(help(0.9, 0.09), 0.5));
    assertEquals(new Verdict.Ask(List.of(Intent.HELP)), Reader.verdict(help(0.9, 0.1), 0.5));
  }

  private static Ranking help(double help, double none) {
    return new Ranking(
        List.of(new Candidate(Intent.HELP, help), new Candidate(Intent.NONE, none)), Tongue.FR);
  }

  private static TaughtPhrases.Meaning meaning(String label) {
    return TaughtPhrases.Meaning.of(label).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "help,true",
    "help@fr,true",
    "help@xx,false",
    "helf@fr,false",
    "help@,false",
    "@,false"
  })
  void aMeaningIsAnIntentAndMayBeALanguage(String label, boolean known) {
    assertEquals(known, TaughtPhrases.Meaning.of(label).isPresent());
    TaughtPhrases.Meaning.of(label).ifPresent(m -> assertEquals(label, m.label()));
  }

  @Test
  void whatIsTaughtIsAskedFirstAndNoLongerWhenItIsTakenBack() {
    TaughtPhrases phrases = new TaughtPhrases();
    Reader reader = READER.taught(phrases);
    Reading before = reader.read("zwiwel merci");
    phrases.replace(Map.of("zwiwel", meaning("ticket.take"), "stop", meaning("help@ber-Latn")));
    Reading after = reader.read("Zwiwel, merci !");
    assertEquals(new Verdict.Sure(Intent.TICKET_TAKE), after.verdict());
    assertEquals(1, after.ranking().best().probability());
    assertEquals(Intent.values().length, after.ranking().candidates().size());
    assertEquals(before.ranking().tongue(), after.ranking().tongue());
    Reading stop = reader.read("STOP");
    assertEquals(new Verdict.Sure(Intent.HELP), stop.verdict());
    assertEquals(Tongue.BER_LATN, stop.ranking().tongue(), "the language it is said to be of");
    assertEquals(new Verdict.Sure(Intent.SUBSCRIPTION_STOP), READER.read("STOP").verdict());
    phrases.replace(Map.of());
    assertEquals(before, reader.read("zwiwel merci"));
  }

  @ParameterizedTest
  @CsvSource({
    "STOP,subscription.stop",
    "stop svp !,subscription.stop",
    "Aide,help",
    "القائمة,help",
  })
  void commandWordsAreDecidedByTheTable(String text, String intent) {
    Reading reading = READER.read(text);
    assertEquals(new Verdict.Sure(Intent.of(intent).orElseThrow()), reading.verdict());
    assertEquals(1, reading.ranking().best().probability());
    assertEquals(Intent.values().length, reading.ranking().candidates().size());
  }

  @ParameterizedTest
  @CsvSource({
    "bghit nchof lougha wla wifi,language.change,hotspot.find",
    "lougha wla wifi,language.change,hotspot.find",
    "wifi ou langue,hotspot.find,language.change",
    "payer la facture d'eau ou recharger mon téléphone,wallet.bill,wallet.topup",
    "بغيت نشوف الصولد ولا نخلص الضو,wallet.balance_or_status,wallet.bill",
    "find wifi or cancel my ticket,hotspot.find,ticket.cancel",
  })
  void betweenTwoWishesItAsks(String text, String first, String second) {
    Verdict verdict = READER.read(text).verdict();
    assertTrue(verdict instanceof Verdict.Ask, text + ": " + verdict);
    List<Intent> menu = ((Verdict.Ask) verdict).menu();
    assertEquals(first, menu.get(0).label());
    assertEquals(second, menu.get(1).label());
    assertEquals(Reader.MENU, menu.size());
  }

  @ParameterizedTest
  @CsvSource({
    "wach wslat lflous wla la,wallet.balance_or_status",
    "où est le wifi,hotspot.find",
    "la pharmacie ou l'épicerie la plus proche,shop.find",
  })
  void orWithinOneWishIsNoQuestion(String text, String intent) {
    assertEquals(
        new Verdict.Sure(Intent.of(intent).orElseThrow()), READER.read(text).verdict(), text);
  }

  @ParameterizedTest
  @CsvSource({
    "bghit nkhelles la facture dyal lma,ary-Latn",
    "je veux payer la facture de l'eau,fr",
    "I want to pay the water bill,en",
    "بغيت نخلص فاتورة الما,ary",
    "أريد أن أدفع فاتورة الماء,ar",
    "ⵔⵉⵖ ⴰⴷ ⴼⵔⵓⵖ,zgh",
    "righ ad frugh lfaktura n waman,ber-Latn",
  })
  void theLanguageIsThatOfTheGrammarWords(String text, String tag) {
    assertEquals(tag, READER.read(text).ranking().tongue().tag());
  }

  @Test
  void theTableRefusesWhatIsMalformed() {
    assertThrows(ModelException.class, () -> ExactTable.of(List.of("help\tfr")));
    assertThrows(ModelException.class, () -> ExactTable.of(List.of("helf\tfr\taide")));
    assertThrows(ModelException.class, () -> ExactTable.of(List.of("help\tde\thilfe")));
    assertThrows(
        ModelException.class, () -> ExactTable.of(List.of("help\tfr\tmenu", "none\tfr\tMenu")));
  }
}
