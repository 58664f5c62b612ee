package ma.jisr.map.hours;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ramadan 1447 by Umm al-Qura: 18 February to 19 March 2026; Morocco announced 19 February. */
final class TimetableTest {
  private static final Ramadan ANNOUNCED =
      new Ramadan(List.of(new Ramadan.Days(LocalDate.of(2026, 2, 19), LocalDate.of(2026, 3, 19))));

  /** Rows: usual, Ramadan's, break | a moment on Casablanca's clock | computed | announced. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Mo-Fr 08:30-16:30 ; Mo-Fr 09:00-15:00 ;             | 2026-02-17T16:00 | OPEN 16:30 | OPEN 16:30
          Mo-Fr 08:30-16:30 ; Mo-Fr 09:00-15:00 ;             | 2026-02-18T16:00 | UNKNOWN    | OPEN 16:30
          Mo-Fr 08:30-16:30 ; Mo-Fr 09:00-15:00 ;             | 2026-02-19T16:00 | CLOSED 09:00 | CLOSED 09:00
          Mo-Fr 08:30-16:30 ; Mo-Fr 09:00-15:00 ;             | 2026-03-03T14:00 | OPEN 15:00 | OPEN 15:00
          Mo-Fr 08:30-16:30 ; Mo-Fr 09:00-15:00 ;             | 2026-03-20T10:00 | UNKNOWN    | OPEN 16:30
          Mo-Fr 08:30-16:30 ; Mo-Fr 09:00-15:00 ;             | 2026-03-23T16:00 | OPEN 16:30 | OPEN 16:30
          Mo-Fr 08:30-16:30 ;                   ;             | 2026-03-03T16:00 | OPEN 16:30 | OPEN 16:30
          Mo-Fr 08:30-16:30 ;                   ;             | 2026-02-18T16:00 | OPEN 16:30 | OPEN 16:30
          Mo-Fr 08:30-16:30 ; unknown           ;             | 2026-03-03T14:00 | UNKNOWN    | UNKNOWN
          Mo-Fr 08:30-16:30 ; unknown           ;             | 2026-06-02T14:00 | OPEN 16:30 | OPEN 16:30
                            ; Mo-Su 21:00-23:00 ;             | 2026-03-03T22:00 | OPEN 23:00 | OPEN 23:00
                            ; Mo-Su 21:00-23:00 ;             | 2026-06-02T22:00 | UNKNOWN    | UNKNOWN
          24/7              ;                   ; 12:30-14:30 | 2026-06-05T13:00 | CLOSED 14:30 | CLOSED 14:30
          24/7              ;                   ; 12:30-14:30 | 2026-06-05T15:00 | OPEN 12:30 | OPEN 12:30
          Mo-Su 08:00-20:00 ; Mo-Su 10:00-16:00 ; 12:30-14:00 | 2026-03-06T13:00 | CLOSED 14:00 | CLOSED 14:00
          Mo-Su 08:00-20:00 ;                   ; midi        | 2026-06-05T15:00 | UNKNOWN    | UNKNOWN
          Mo-Su 08:00-20:00 ;                   ; off; Mo-Su 00:00-24:00 | 2026-06-05T23:00 | UNKNOWN | UNKNOWN
          """)
  void saysWhatHolds(String lines, LocalDateTime local, String computed, String announced) {
    String[] three = lines.split(";", 3);
    Timetable timetable = new Timetable(three[0].strip(), three[1].strip(), three[2].strip());
    assertEquals(computed, said(timetable, local, Ramadan.COMPUTED));
    assertEquals(announced, said(timetable, local, ANNOUNCED));
  }

  private static String said(Timetable timetable, LocalDateTime local, Ramadan ramadan) {
    OpenState state =
        OpeningHours.of(timetable)
            .at(
                local.atZone(OpeningHours.ZONE).toInstant(),
                new Almanac(PublicHolidays.FIXED, ramadan));
    return state.kind() + (state.until() == null ? "" : " " + state.until().toLocalTime());
  }

  @Test
  void anAnnouncementSpeaksForItsYearOnly() {
    assertEquals(Ramadan.Answer.YES, ANNOUNCED.on(LocalDate.of(2027, 2, 20)));
    assertEquals(Ramadan.Answer.NO, ANNOUNCED.on(LocalDate.of(2026, 11, 22)));
  }

  @Test
  void aMonthHasTwentyNineOrThirtyDays() {
    LocalDate first = LocalDate.of(2027, 2, 9);
    assertThrows(IllegalArgumentException.class, () -> new Ramadan.Days(first, first.plusDays(30)));
  }
}
