package ma.jisr.app.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import ma.jisr.service.notices.mailing.Quiet;
import ma.jisr.service.notices.notice.NoticeRules;
import ma.jisr.service.notices.notice.NoticeRules.Limit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What officials may send alone, as operators write it. */
final class NoticesReaderTest {
  private static final String FULL =
      """
      notices:
        people: 700
        emergency-people: 60000
        emergencies-an-hour: 2
        a-day: 9
        trials-a-day: 5
        review-within: 12h
        quiet: {from: "22:30", until: "07:00"}
        officials:
          - {account: a-wali, people: 90000}
          - {account: a-caid, a-day: 3}
      """;

  @TempDir Path folder;

  private NoticeRules read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("jisr.yaml"), "sandbox: true\n" + text);
    return new SettingsReader(Map.of()).read(file).notices();
  }

  @Test
  void allOfIt() throws IOException {
    NoticeRules rules = read(FULL);
    assertEquals(new Limit(700, 60_000, 2, 9, 5), rules.usual());
    assertEquals(new Limit(90_000, 60_000, 2, 9, 5), rules.of("a-wali"), "the rest is everybody's");
    assertEquals(new Limit(700, 60_000, 2, 3, 5), rules.of("a-caid"));
    assertEquals(rules.usual(), rules.of("anybody"));
    assertEquals(new Quiet(LocalTime.of(22, 30), LocalTime.of(7, 0)), rules.quiet());
    assertEquals(Duration.ofHours(12), rules.review());
  }

  @Test
  void noneOfIt() throws IOException {
    assertEquals(NoticeRules.USUAL, read(""));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          people: 700             | people: -1             | notices.people
          people: 700             | people: many           | notices.people
          emergency-people: 60000 | emergency-people: 9e9  | notices.emergency-people
          emergencies-an-hour: 2  | emergencies-an-hour: 1001 | notices.emergencies-an-hour
          a-day: 9                | a-day: 0               | notices.a-day
          a-day: 9                | per-day: 9             | notices.per-day
          trials-a-day: 5         | trials-a-day: 101      | notices.trials-a-day
          review-within: 12h      | review-within: 59m     | notices.review-within
          review-within: 12h      | review-within: 8d      | notices.review-within
          22:30                   | 24:30                  | notices.quiet.from
          07:00                   | seven                  | notices.quiet.until
          account: a-caid         | account: a-wali        | notices.officials[1].account
          account: a-caid,        | people: 1,             | notices.officials[1].account
          a-day: 3                | a-day: 0               | notices.officials[1].a-day
          """)
  void mistakes(String what, String otherwise, String where) {
    assertTrue(FULL.contains(what), what);
    var refused = assertThrows(SettingsException.class, () -> read(FULL.replace(what, otherwise)));
    List<String> paths = refused.problems().stream().map(Problem::key).toList();
    assertTrue(paths.contains(where), paths::toString);
  }
}
