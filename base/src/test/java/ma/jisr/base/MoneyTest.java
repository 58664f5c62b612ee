package ma.jisr.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0|0 DH|0",
        "5000|50 DH|1000",
        "1250|12,50 DH|250",
        "5|0,05 DH|1",
        "4|0,04 DH|0",
        "-1205|-12,05 DH|-241",
        "-5|-0,05 DH|-1",
        "100000000000|1000000000 DH|20000000000",
      })
  void asItIsSaid(long centimes, String text, long ryals) {
    assertEquals(text, new Money(centimes).text());
    assertEquals(ryals, new Money(centimes).ryals());
  }

  @Test
  void arithmetic() {
    assertEquals(new Money(5000), Money.ofDirhams(50));
    assertEquals(new Money(5020), Money.ofDirhams(50).plus(new Money(20)));
    assertEquals(new Money(-1), new Money(19).minus(new Money(20)));
    assertTrue(new Money(19).compareTo(new Money(20)) < 0);
  }

  @ParameterizedTest
  @ValueSource(longs = {100_000_000_001L, -100_000_000_001L, Long.MAX_VALUE, Long.MIN_VALUE})
  void tooMuchIsRefused(long centimes) {
    assertThrows(IllegalArgumentException.class, () -> new Money(centimes));
    assertThrows(RuntimeException.class, () -> Money.ofDirhams(centimes));
  }
}
