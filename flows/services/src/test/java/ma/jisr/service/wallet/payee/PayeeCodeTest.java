package ma.jisr.service.wallet.payee;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayeeCodeTest {
  @ParameterizedTest
  @CsvSource({
    "1041, true, true",
    "1042, true, false",
    "1401, true, false",
    "0141, false, false",
    "2019, false, false",
    "104, false, false",
    "10410000, false, false",
    "104a, false, false",
    "١٠٤١, false, false",
    "'', false, false"
  })
  void aSlipOfTheFingerIsToldFromWhatIsNoCodeAtAll(String digits, boolean looks, boolean is) {
    assertEquals(looks, PayeeCode.looksLike(digits));
    assertEquals(is, PayeeCode.isCode(digits));
  }

  @Test
  void everyWrongDigitAndEverySwapOfNeighboursIsNoticed() {
    for (int number = 100; number < 200; number++) {
      String code = PayeeCode.of(number);
      assertTrue(PayeeCode.isCode(code), code);
      for (int at = 0; at < code.length(); at++) {
        for (char digit = '0'; digit <= '9'; digit++)
          if (digit != code.charAt(at))
            assertFalse(PayeeCode.isCode(code.substring(0, at) + digit + code.substring(at + 1)));
        if (at > 0 && code.charAt(at) != code.charAt(at - 1)) {
          String swapped =
              code.substring(0, at - 1)
                  + code.charAt(at)
                  + code.charAt(at - 1)
                  + code.substring(at + 1);
          assertFalse(PayeeCode.isCode(swapped), swapped);
        }
      }
    }
  }

  @Test
  void codesOfALengthAreAllDifferentAndOfThatLength() {
    PayeeCoding coding = PayeeCoding.INSTANCE;
    for (int length = 0; length < 2; length++) {
      Set<String> codes = new HashSet<>();
      for (long number = 0; number < coding.capacity(length); number++)
        codes.add(coding.code(length, number));
      assertEquals(coding.capacity(length), codes.size());
      for (String code : codes) assertEquals(PayeeCode.LEAST + length, code.length());
    }
  }
}
