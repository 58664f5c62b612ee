package ma.jisr.map.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rows: the raw hours, a moment on Casablanca's clock, what is answered. 2026-03-02 is a Monday.
 */
final class OpeningHoursTest {
  private static final Almanac ALMANAC =
      new Almanac(new PublicHolidays(Set.of(LocalDate.of(2026, 3, 20))), Ramadan.COMPUTED);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          24/7                                                    | 2026-03-02T03:00 | OPEN null
          Mo-Fr 08:30-12:00,14:30-18:30; Sa 09:00-12:00; PH off   | 2026-03-02T08:29 | CLOSED 2026-03-02T08:30
          Mo-Fr 08:30-12:00,14:30-18:30; Sa 09:00-12:00; PH off   | 2026-03-02T08:30 | OPEN 2026-03-02T12:00
          Mo-Fr 08:30-12:00,14:30-18:30; Sa 09:00-12:00; PH off   | 2026-03-02T12:00 | CLOSED 2026-03-02T14:30
          Mo-Fr 08:30-12:00,14:30-18:30; Sa 09:00-12:00; PH off   | 2026-03-06T19:00 | CLOSED 2026-03-07T09:00
          Mo-Fr 08:30-12:00,14:30-18:30; Sa 09:00-12:00; PH off   | 2026-03-07T13:00 | CLOSED 2026-03-09T08:30
          Mo-Fr 08:30-12:00,14:30-18:30; Sa 09:00-12:00; PH off   | 2026-05-01T10:00 | CLOSED 2026-05-02T09:00
          Mo-Fr 08:30-12:00,14:30-18:30; Sa 09:00-12:00; PH off   | 2026-03-20T10:00 | CLOSED 2026-03-21T09:00
          Mo-Su 18:00-02:00                                       | 2026-03-03T01:30 | OPEN 2026-03-03T02:00
          Mo-Su 18:00-02:00                                       | 2026-03-03T02:00 | CLOSED 2026-03-03T18:00
          Sa 20:00-26:00                                          | 2026-03-08T01:59 | OPEN 2026-03-08T02:00
          Sa,Su 09:00-17:00                                       | 2026-03-08T16:00 | OPEN 2026-03-08T17:00
          Fr-Mo 09:00-17:00                                       | 2026-03-03T10:00 | CLOSED 2026-03-06T09:00
          Mo-Su 08:00-20:00; Fr 08:00-12:00,15:00-20:00           | 2026-03-06T13:00 | CLOSED 2026-03-06T15:00
          Mo-Fr 08:00-12:00, Tu 14:00-16:00                       | 2026-03-03T15:00 | OPEN 2026-03-03T16:00
          Mo-Fr 00:00-24:00                                       | 2026-03-02T12:00 | OPEN 2026-03-07T00:00
          PH 10:00-12:00                                          | 2026-05-01T11:00 | OPEN 2026-05-01T12:00
          Mo-Su off                                               | 2026-03-02T12:00 | CLOSED null
          Mo-Fr 09:00-18:00; Fr 12:30-14:30 off                   | 2026-03-06T13:00 | CLOSED 2026-03-06T14:30
          Mo-Fr 09:00-18:00; Fr 12:30-14:30 off                   | 2026-03-06T10:00 | OPEN 2026-03-06T12:30
          Mo-Fr 09:00-18:00; Fr 12:30-14:30 off                   | 2026-03-05T13:00 | OPEN 2026-03-05T18:00
          sunrise-sunset                                          | 2026-03-02T12:00 | UNKNOWN null
          Mar-Oct 08:00-20:00                                     | 2026-03-02T12:00 | UNKNOWN null
          Mo[1] 08:00-12:00                                       | 2026-03-02T12:00 | UNKNOWN null
          08:00+                                                  | 2026-03-02T12:00 | UNKNOWN null
          "sur rendez-vous"                                       | 2026-03-02T12:00 | UNKNOWN null
          de 8h a midi                                            | 2026-03-02T12:00 | UNKNOWN null
          """)
  void opens(String raw, LocalDateTime local, String expected) {
    OpenState state = OpeningHours.of(raw).at(local.atZone(OpeningHours.ZONE).toInstant(), ALMANAC);
    String until = state.until() == null ? "null" : state.until().toLocalDateTime().toString();
    assertEquals(expected, state.kind() + " " + until);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "Mo-", "25:99-26", ";;;", "((((", "Mo-Fr 08:00-12:00 \"x"})
  void nonsenseIsUnknown(String raw) {
    assertFalse(OpeningHours.of(raw).isKnown());
  }

  /** In Ramadan the clock is an hour back: half past eight is still half past eight. */
  @ParameterizedTest
  @CsvSource({
    "2026-02-25T07:59:00Z,CLOSED",
    "2026-02-25T08:00:00Z,OPEN",
    "2026-06-10T07:00:00Z,OPEN"
  })
  void followsTheClockOfRamadan(String instant, OpenState.Kind expected) {
    assertEquals(
        expected,
        OpeningHours.of("Mo-Su 08:00-20:00")
            .at(java.time.Instant.parse(instant), Almanac.COMPUTED)
            .kind());
  }
}
