package ma.jisr.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MsisdnTest {
  @ParameterizedTest
  @CsvSource({
    "0661000001,212661000001",
    "06 61 00 00 01,212661000001",
    "06.61.00.00.01,212661000001",
    "06-61-00-00-01,212661000001",
    "07 61 00 00 01,212761000001",
    "05 24 00 00 01,212524000001",
    "08 01 00 00 01,212801000001",
    "661000001,212661000001",
    "212661000001,212661000001",
    "+212661000001,212661000001",
    "+212 6 61 00 00 01,212661000001",
    "+212 (0)661-000001,212661000001",
    "002120661000001,212661000001",
    "00212661000001,212661000001",
    "٠٦٦١٠٠٠٠٠١,212661000001",
    "۰۶۶۱۰۰۰۰۰۱,212661000001",
    "\u202A+212661000001\u202C,212661000001",
    "06\u00A061\u202F00 00 01,212661000001",
    "+33 6 12 34 56 78,33612345678",
    "0033612345678,33612345678",
  })
  void writtenInMorocco(String text, String digits) {
    assertEquals(Optional.of(new Msisdn(digits)), Msisdn.parse(text, "212"));
  }

  @Test
  void aNationalNumberStandsBehindTheCountryOfTheLink() {
    assertEquals(Optional.of(new Msisdn("33612345678")), Msisdn.parse("06 12 34 56 78", "33"));
    assertEquals(Optional.empty(), Msisdn.parse("612345678", "33"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "0",
        "00",
        "2121",
        "06610000",
        "06610000011",
        "0961000001", // no such first digit in the plan
        "+212161000001",
        "06 61 OO 00 01",
        "0661000001 svp",
        "+212+661000001",
        "++212661000001",
        "12345678901234567",
        "+1234567",
        "+1234567890123456",
        "*585*1#",
        "٠٦٦١",
      })
  void noNumbers(String text) {
    assertEquals(Optional.empty(), Msisdn.parse(text, "212"));
  }

  @Test
  void aLongTextIsNoNumberHoweverManyBlanks() {
    assertEquals(Optional.empty(), Msisdn.parse("0661000001" + " ".repeat(100_000), "212"));
  }

  @Test
  void neverShown() {
    Msisdn number = new Msisdn("212661000001");
    assertFalse(number.toString().contains("661"));
    assertEquals("+212661000001", number.e164());
    var refused = assertThrows(IllegalArgumentException.class, () -> new Msisdn("066100000x"));
    assertFalse(String.valueOf(refused.getMessage()).contains("066"));
  }
}
