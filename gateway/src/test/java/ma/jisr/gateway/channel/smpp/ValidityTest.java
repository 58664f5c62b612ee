package ma.jisr.gateway.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Until when the peer is told to try. */
class ValidityTest {
  @ParameterizedTest
  @CsvSource({
    "PT24H, 000001000000000R",
    "PT90M, 000000013000000R",
    "PT10M59S, 000000001000000R",
    "PT5S, 000000000100000R",
    "-PT1H, 000000000100000R",
    "P400D, 000028000000000R"
  })
  void validity(Duration left, String period) {
    Instant now = Instant.parse("2026-03-02T10:15:00Z");
    assertEquals(period, Validity.until(now.plus(left), now));
    assertEquals(16, period.length());
  }

  @Test
  void whatHasNoEndSaysNothing() {
    assertEquals("", Validity.until(Instant.MAX, Instant.EPOCH));
  }
}
