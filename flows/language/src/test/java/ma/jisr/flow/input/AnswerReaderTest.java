package ma.jisr.flow.input;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import ma.jisr.flow.input.Question.Candidate;
import ma.jisr.flow.model.Step;
import ma.jisr.flow.render.Rendered;
import ma.jisr.flow.value.Value;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerReaderTest {
  /** A Monday, 11:15 on Morocco's clock (Ramadan: GMT). */
  private static final Instant NOW = Instant.parse("2026-03-02T11:15:00Z");

  private static String read(Step.Type type, String text) {
    return spelt(
        AnswerReader.read(
            new Question(type, Step.Bounds.NONE, List.of(), List.of(), false, NOW, new Names()),
            new Typed(text)));
  }

  private static String spelt(Reading reading) {
    return switch (reading) {
      case Reading.Taken(Value value) -> value(value);
      case Reading.Chosen(String option) -> option;
      case Reading.Among(List<String> options, boolean doubt) ->
          String.join("|", options) + (doubt ? " ?" : "");
      case Reading.Either(Value first, Value second) -> value(first) + " or " + value(second);
      case Reading.LookUp(String text) -> "look up " + text;
      case Reading.Around(Value from) -> "from " + value(from);
      case Reading.Outside() -> "outside";
      case Reading.Wrong() -> "wrong";
    };
  }

  private static String value(Value value) {
    return switch (value) {
      case Value.Flag(boolean flag) -> flag ? "yes" : "no";
      case Value.Whole(long number) -> "" + number;
      case Value.Amount(long centimes) -> "" + centimes;
      case Value.Text(String text) -> text;
      case Value.Phone(String digits) -> digits;
      case Value.Moment(Instant instant, String zone) -> instant.toString();
      default -> value.toString();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1 | yes
          ١ | yes
          Oui ! | yes
          ah | yes
          iyeh | yes
          Wakha, chokran | yes
          OK | yes
          نعم | yes
          إيه | yes
          واخا | yes
          yah | yes
          2 | no
          non merci | no
          lla | no
          لا | no
          uhu | no
          3 | wrong
          peut-être | wrong
          oui non | wrong
          """)
  void yesno(String text, String meant) {
    assertEquals(meant, read(Step.Type.YESNO, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          20 | 2000
          20dh | 2000
          20 DH | 2000
          20,50 | 2050
          20.5 | 2050
          ٢٠ درهم | 2000
          1 500 dhs | 150000
          1.500 | 150000 or 150
          1,500 dh | 150000 or 150
          1.505 | 150500 or 150500
          vingt | 2000
          deux cents dirhams | 20000
          quatre vingt dix | 9000
          khemsin derhem | 5000
          mya w 3chrin | 12000
          عشرين درهم | 2000
          1000 ryal | 5000
          alf ryal | 5000
          20 ريال | 100
          7.77 ryal | wrong
          -5 | wrong
          0612345678x | wrong
          beaucoup | wrong
          1.2.3 | wrong
          """)
  void amount(String text, String meant) {
    assertEquals(meant, read(Step.Type.AMOUNT, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0612345678 | 212612345678
          06 12 34 56 78 | 212612345678
          07.12.34.56.78 | 212712345678
          +212 6 12 34 56 78 | 212612345678
          00212612345678 | 212612345678
          +2120612345678 | 212612345678
          ٠٦١٢٣٤٥٦٧٨ | 212612345678
          +33612345678 | 33612345678
          0512345678 | wrong
          061234567 | wrong
          06123456789 | wrong
          +212512345678 | wrong
          hamid | wrong
          """)
  void msisdn(String text, String meant) {
    assertEquals(meant, read(Step.Type.MSISDN, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1O42 | 1042
          l042 | 1042
          ١٠٤٢ | 1042
          ag12 | AG12
          AG 12 | AG12
          ol | OL
          café | wrong
          """)
  void code(String text, String meant) {
    assertEquals(meant, read(Step.Type.CODE, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          12 | 12
          ١٢ | 12
          douze | 12
          tlata | 3
          ثلاثة | 3
          twelve | 12
          12a | wrong
          1234567890123456789 | wrong
          """)
  void number(String text, String meant) {
    assertEquals(meant, read(Step.Type.NUMBER, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          demain matin  | from 2026-03-03T08:00:00Z
          demain 10h    | 2026-03-03T10:00:00Z
          ghedda 10h30  | 2026-03-03T10:30:00Z
          غدا مع العشرة | 2026-03-03T10:00:00Z
          jem3a 9h      | 2026-03-06T09:00:00Z
          12/3 à 14:00  | 2026-03-12T14:00:00Z
          1/5 8h        | 2026-05-01T07:00:00Z
          azekka 10h    | 2026-03-03T10:00:00Z
          25h           | wrong
          31/2 10h      | wrong
          demain        | from 2026-03-03T00:00:00Z
          ghedda sba7   | from 2026-03-03T08:00:00Z
          tomorrow afternoon | from 2026-03-03T14:00:00Z
          cet après-midi | from 2026-03-02T14:00:00Z
          après-midi    | from 2026-03-02T14:00:00Z
          tomorrow 10:30 | 2026-03-03T10:30:00Z
          mon           | from 2026-03-09T00:00:00Z
          ghedda m3a 10 | 2026-03-03T10:00:00Z
          m3a 10        | wrong
          10            | wrong
          demain midi   | 2026-03-03T12:00:00Z
          ghedda m3a 3 d l3chiya | 2026-03-03T15:00:00Z
          غدا الصباح     | from 2026-03-03T08:00:00Z
          bientôt       | wrong
          """)
  void slot(String text, String meant) {
    assertEquals(meant, read(Step.Type.SLOT, text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          demain     | 2026-03-03T00:00:00Z
          lundi      | 2026-03-09T00:00:00Z
          1/3        | 2027-03-01T00:00:00Z
          1/3/2026   | wrong
          le 12/3/26 | 2026-03-12T00:00:00Z
          bientôt    | wrong
          """)
  void date(String text, String meant) {
    assertEquals(meant, read(Step.Type.DATE, text));
  }

  /** Two of the four are on the page; names in two scripts. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          1        | ag
          ١        | ag
          3        | wrong
          agdal    | ag
          AGDAL !  | ag
          أكدال    | ag
          Amizmiz  | am
          amiz     | am
          a        | ag~am~as
          264      | am
          24       | ag
          99       | wrong
          agdall   | ag ?
          amizmz   | am ?
          xyz      | wrong
          """)
  void choice(String text, String meant) {
    List<Candidate> all =
        List.of(
            new Candidate("ag", List.of("Agdal", "أكدال")),
            new Candidate("me", List.of("Meknes", "مكناس")),
            new Candidate("am", List.of("Amizmiz")),
            new Candidate("as", List.of("Asni")));
    List<Rendered.Key> keys =
        List.of(new Rendered.Key("1", "ag", "Agdal"), new Rendered.Key("2", "me", "Meknes"));
    Question question =
        new Question(Step.Type.CHOICE, Step.Bounds.NONE, all, keys, true, NOW, new Names());
    assertEquals(meant.replace('~', '|'), spelt(AnswerReader.read(question, new Typed(text))));
  }

  @ParameterizedTest
  @CsvSource({"5, outside", "10, 10", "99, 99", "100, outside"})
  void bounds(String text, String meant) {
    Question question =
        new Question(
            Step.Type.NUMBER,
            new Step.Bounds(10, 99),
            List.of(),
            List.of(),
            false,
            NOW,
            new Names());
    assertEquals(meant, spelt(AnswerReader.read(question, new Typed(text))));
  }

  @ParameterizedTest
  @CsvSource({
    "CHOICE", "YESNO", "NUMBER", "CODE", "AMOUNT", "MSISDN", "PLACE", "DATE", "SLOT", "TEXT"
  })
  void nothingIsTooOddToRead(Step.Type type) {
    List<String> odd =
        List.of(
            "",
            " ",
            "\u0000",
            "٠٠٠/٠٠",
            "99/99/99",
            "🎫",
            "a".repeat(5000),
            "\uD800",
            "*#",
            "1h99");
    for (String text : odd) read(type, text);
    assertEquals(odd.size(), Arrays.stream(odd.toArray()).count());
  }
}
