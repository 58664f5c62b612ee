package ma.jisr.service.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import ma.jisr.base.Language;
import ma.jisr.base.Script;
import ma.jisr.base.text.Gsm7;
import ma.jisr.flow.model.Message;
import ma.jisr.service.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The words for what is kept of people: none is missing, and each fits its line. */
class KeptWordsTest {
  private static final List<Language> PHONES =
      List.of(
          Language.FR,
          Language.EN,
          Language.AR,
          Language.ARY_ARAB,
          Language.ARY_LATN,
          Language.SHI_LATN);

  /** Where rooms say what they keep. */
  private static final Path SOURCES = Path.of("src/main/java/ma/jisr/service");

  private static final Pattern SAID =
      Pattern.compile(
          "new Held\\(\\s*\"([a-z_]+)\",\\s*\"([a-z_0-9]+)\",[^\"]*,\\s*\"([a-z_0-9]+)\"\\s*\\)");

  private static final KeptWords WORDS = KeptWords.read(Duration.ofDays(90));

  static Stream<Message> messages() {
    return WORDS.messages().values().stream();
  }

  @ParameterizedTest
  @MethodSource("messages")
  void eachExistsInAllLanguagesAndFits(Message message) {
    boolean why = message.name().endsWith("_why");
    boolean kind = WORDS.messages().containsKey(message.name() + "_why");
    for (Language language : PHONES) {
      List<String> variants = message.variants().getOrDefault(language, List.of());
      assertEquals(1, variants.size(), message.name() + " " + language);
      String text = variants.getFirst();
      boolean arabic = language.script() == Script.ARABIC;
      if (!arabic)
        assertTrue(Gsm7.fits(text.replaceAll("[êâîôûëïç]", "e")), message.name() + " " + language);
      int most = why ? (arabic ? 52 : AccountOperations.WHY) : kind ? 22 : 18;
      assertTrue(text.length() <= most, message.name() + " " + language + " " + text.length());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tickets | 3 | days_60 | Tickets: 3, 60 jours | تذاكر: 3، 60 يوما",
        "tickets | 1 | days_1 | Tickets, 1 jour | تذاكر، يوم واحد",
        "log | 1 | log_keep | Journal, 90 jours | السجل، 90 يوما",
        "payments | 99 | ten_years | Paiements: 99+, 10 ans (loi) | أداءات: 99+، 10 سنوات",
        "nothing_known | 2 | for_ever | Autre: 2 | غيره: 2"
      })
  void aLineSaysHowManyAndHowLong(
      String what, long count, String time, String french, String arabic) {
    Held held = new Held(what, what + "_why", count, time);
    assertEquals(french, WORDS.line(held).in(Language.FR, false));
    assertEquals(arabic, WORDS.line(held).in(Language.AR, false));
  }

  @Test
  void whateverRoomsSayIsKnown() throws IOException {
    List<String> unknown = new ArrayList<>();
    int said = 0;
    try (Stream<Path> files = Files.walk(SOURCES)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher found = SAID.matcher(Files.readString(file));
        while (found.find()) {
          said++;
          Held held = new Held(found.group(1), found.group(2), 1, found.group(3));
          if (!WORDS.knows(held)) unknown.add(file.getFileName() + ": " + held);
        }
      }
    }
    assertTrue(said > 3, "they are read");
    assertEquals(List.of(), unknown, "add them to kept.yaml");
  }
}
