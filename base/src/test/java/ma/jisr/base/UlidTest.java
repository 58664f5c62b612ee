package ma.jisr.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UlidTest {
  private static final byte[] ZERO = new byte[Ulid.RANDOM_LENGTH];

  @ParameterizedTest
  @CsvSource({
    "0,00000000000000000000,00000000000000000000000000",
    // the moment of the ULID specification's example: 01ARYZ6S41...
    "1469918176385,00000000000000000000,01ARYZ6S410000000000000000",
    "281474976710655,ffffffffffffffffffff,7ZZZZZZZZZZZZZZZZZZZZZZZZZ",
    "1,00000000000000000001,00000000010000000000000001",
  })
  void rows(long millis, String random, String text) {
    Instant moment = Instant.ofEpochMilli(millis);
    Ulid ulid = Ulid.of(moment, HexFormat.of().parseHex(random));
    assertEquals(text, ulid.toString());
    assertEquals(moment, ulid.moment());
    assertEquals(Optional.of(ulid), Ulid.parse(text.toLowerCase(Locale.ROOT)));
  }

  @Test
  void aSeedGivesTheSameAgainAndAnotherSeedAnother() {
    Instant moment = Instant.parse("2026-03-02T10:15:00Z");
    assertEquals(Ulid.of(moment, "smsc:17"), Ulid.of(moment, "smsc:17"));
    assertNotEquals(Ulid.of(moment, "smsc:17"), Ulid.of(moment, "smsc:18"));
    assertNotEquals(Ulid.of(moment, "smsc:17"), Ulid.of(moment.plusMillis(1), "smsc:17"));
    assertTrue(Ulid.of(moment, "z").compareTo(Ulid.of(moment.plusMillis(1), "a")) < 0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "01ARYZ6S41000000000000000", // 25
        "01ARYZ6S4100000000000000000", // 27
        "81ARYZ6S410000000000000000", // beyond 128 bits
        "01ARYZ6S41000000000000000U",
        "01ARYZ6S41000000000000000I",
        "01ARYZ6S4100000000000000٠٠",
        "-1ARYZ6S410000000000000000",
      })
  void badTextsAreNone(String text) {
    assertEquals(Optional.empty(), Ulid.parse(text));
    assertThrows(IllegalArgumentException.class, () -> new Ulid(text));
  }

  @Test
  void badPartsAreRefused() {
    Instant now = Instant.EPOCH;
    assertThrows(IllegalArgumentException.class, () -> Ulid.of(now, new byte[9]));
    assertThrows(IllegalArgumentException.class, () -> Ulid.of(now, new byte[11]));
    assertThrows(IllegalArgumentException.class, () -> Ulid.of(now.minusMillis(1), ZERO));
    assertThrows(
        IllegalArgumentException.class, () -> Ulid.of(Instant.ofEpochMilli(1L << 48), ZERO));
  }
}
