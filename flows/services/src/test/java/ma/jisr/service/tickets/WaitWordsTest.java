package ma.jisr.service.tickets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import ma.jisr.base.Language;
import ma.jisr.base.LocalText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long and when, in words that fit and promise nothing. */
class WaitWordsTest {
  private static final Instant NOW = Instant.parse("2026-03-03T10:15:00Z");

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, true, tout de suite",
    "4, 7, 9, true, env. 7 min",
    "15, 22, 31, true, env. 20 min",
    "14, 22, 38, false, 15 à 40 min",
    "11, 12, 12, false, env. 10 min",
    "60, 80, 130, false, 60 à 130 min",
    "130, 150, 200, false, plus de 2 h",
    "200, 240, 300, true, plus de 4 h",
  })
  void aboutHowLong(int low, int likely, int high, boolean sure, String said) {
    assertEquals(said, WaitWords.of(new Estimate(low, likely, high, sure)).in(Language.FR, true));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-03T14:00:00Z, 14h, 14:00",
    "2026-03-03T14:30:00Z, 14h30, 14:30",
    "2026-03-04T10:00:00Z, demain 10h, tomorrow 10:00",
    "2026-03-06T09:30:00Z, vendredi 9h30, Friday 09:30",
    "2026-03-12T09:00:00Z, 12/3 9h, 12/3 09:00",
  })
  void when(Instant at, String french, String english) {
    assertEquals(french, TimeWords.of(at, NOW).in(Language.FR, true));
    assertEquals(english, TimeWords.of(at, NOW).in(Language.EN, true));
  }

  @Test
  void everythingFitsWhatTheLinterReckonsWith() {
    for (int low = 0; low < 120; low += 7)
      for (int high = low; high < 480; high += 13) {
        fits(WaitWords.of(new Estimate(low, low, high, false)), WaitWords.LONGEST);
        fits(WaitWords.of(new Estimate(low, high, high, true)), WaitWords.LONGEST);
      }
    for (int day = 0; day < 40; day++)
      fits(TimeWords.of(NOW.plusSeconds(day * 86_400L + 300), NOW), TimeWords.LONGEST);
  }

  private static void fits(LocalText text, int longest) {
    text.byLanguage()
        .forEach(
            (language, words) ->
                assertTrue(words.length() <= longest, () -> language + ": " + words));
  }
}
