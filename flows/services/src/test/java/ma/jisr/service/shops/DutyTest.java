package ma.jisr.service.shops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DutyTest {
  private static final Duty WEEK =
      new Duty(List.of(Duty.Span.parse("2026-04-20"), Duty.Span.parse("2026-04-06/2026-04-12")));

  @ParameterizedTest
  @CsvSource({
    "2026-04-06T07:59:00Z, false, Morocco is an hour ahead: 8:59",
    "2026-04-06T08:00:00Z, true, 9:00 of the first day",
    "2026-04-12T23:00:00Z, true, midnight of the last",
    "2026-04-13T07:59:59Z, true, until the others open",
    "2026-04-13T08:00:00Z, false, then it is over",
    "2026-04-21T02:00:00Z, true, the night of a single day"
  })
  void aDayOfDutyLastsUntilTheNextMorning(Instant at, boolean on, String why) {
    assertEquals(on, WEEK.on(at), why);
  }

  @Test
  void spansAreKeptInTheirOrder() {
    assertEquals("[2026-04-06/2026-04-12, 2026-04-20]", WEEK.spans().toString());
  }

  @Test
  void whatIsNoSpanIsRefused() {
    assertThrows(DateTimeException.class, () -> Duty.Span.parse("demain"));
    assertThrows(IllegalArgumentException.class, () -> Duty.Span.parse("2026-04-06/2026-04-01"));
  }
}
