package ma.jisr.service.wallet.gsma;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import ma.jisr.base.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts on the wire. */
class AmountsTest {
  @ParameterizedTest
  @CsvSource({
    "5, 0.05",
    "50, 0.5",
    "2500, 25",
    "2550, 25.5",
    "2555, 25.55",
    "1000000, 10000",
    "1999999, 19999.99",
    "2000001, 20000.01",
    "100000000000, 1000000000"
  })
  void case43_amounts(long centimes, String written) {
    assertEquals(written, Amounts.write(new Money(centimes)));
    assertEquals(new Money(centimes), Amounts.read(written));
    assertEquals(
        new Money(centimes),
        Amounts.read(written.contains(".") ? written + "00" : written + ".00"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "25,5",
        "25.",
        ".5",
        "-1",
        "+1",
        "1e3",
        "0x10",
        "NaN",
        "25.001",
        "٢٥",
        "1000000000.01",
        "99999999999999999999"
      })
  void whatIsNoAmount(String text) {
    assertNull(Amounts.read(text));
  }

  @Test
  void noneIsNone() {
    assertNull(Amounts.read(null));
    assertEquals("0", Amounts.write(new Money(0)));
  }
}
