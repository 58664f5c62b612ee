package ma.jisr.nlp.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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

  @Test
  void whatIsTaughtIsAskedFirstAndNoLongerWhenItIsTakenBack() {
    TaughtPhrases phrases = new TaughtPhrases();
    Reader reader = READER.taught(phrases);
    Reading before = reader.read("zwiwel merci");
    phrases.replace(Map.of("zwiwel", Intent.TICKET_TAKE, "stop", Intent.HELP));
    Reading after = reader.read("Zwiwel, merci !");
    assertEquals(new Verdict.Sure(Intent.TICKET_TAKE), after.verdict());
    assertEquals(1, after.ranking().best().probability());
    assertEquals(Intent.values().length, after.ranking().candidates().size());
    assertEquals(before.ranking().tongue(), after.ranking().tongue());
    assertEquals(new Verdict.Sure(Intent.HELP), reader.read("STOP").verdict());
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
