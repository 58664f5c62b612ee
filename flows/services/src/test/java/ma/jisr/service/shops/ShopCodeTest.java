package ma.jisr.service.shops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopCodeTest {
  @Test
  void theExampleOfTheBookIsRight() {
    assertEquals("5724", ShopCode.of(572), "Damm's own example");
    assertTrue(ShopCode.isCode("5724"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2",
        "201",
        "1042",
        "0200",
        "5725",
        "201a",
        "٢٠١٩",
        "20190000",
        "-201",
        "20 19"
      })
  void whatIsNoCodeIsNone(String text) {
    assertFalse(ShopCode.isCode(text));
  }

  @Test
  void everyWrongDigitAndEverySwapOfNeighboursIsNoticed() {
    for (int number = 200; number < 1_000; number++) {
      String code = ShopCode.of(number);
      assertTrue(ShopCode.isCode(code), code);
      for (int at = 0; at < code.length(); at++) {
        for (char digit = '0'; digit <= '9'; digit++)
          if (digit != code.charAt(at))
            assertFalse(ShopCode.isCode(code.substring(0, at) + digit + code.substring(at + 1)));
        if (at > 0 && code.charAt(at) != code.charAt(at - 1)) {
          StringBuilder swapped = new StringBuilder(code);
          swapped.setCharAt(at, code.charAt(at - 1));
          swapped.setCharAt(at - 1, code.charAt(at));
          assertFalse(ShopCode.isCode(swapped.toString()), swapped.toString());
        }
      }
    }
  }
}
