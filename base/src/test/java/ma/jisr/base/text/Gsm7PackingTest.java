package ma.jisr.base.text;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Gsm7PackingTest {
  @ParameterizedTest
  @CsvSource({
    "hellohello,E8329BFD4697D9EC37", // the example of every handbook
    "'',''",
    "@,00",
    "1234567,31D98C56B3DD1A", // seven bits free: CR
    "12345678,31D98C56B3DD70",
    "1234567<CR>,31D98C56B3DD1A0D", // a CR that ends on an octet is doubled
  })
  void ussdStrings(String text, String hex) {
    byte[] octets = Gsm7Packing.packUssd(Gsm7.encode(text.replace("<CR>", "\r")));
    assertEquals(hex, HexFormat.of().withUpperCase().formatHex(octets));
  }

  @Test
  void everyLengthComesBack() {
    for (int n = 0; n <= 182; n++) {
      byte[] septets = Gsm7.encode("aé@b€".repeat(40).substring(0, n));
      byte[] packed = Gsm7Packing.pack(septets);
      assertEquals((septets.length * 7 + 7) / 8, packed.length);
      assertArrayEquals(septets, Gsm7Packing.unpack(packed, septets.length));
      assertEquals(
          Gsm7.decode(septets), Gsm7.decode(Gsm7Packing.unpackUssd(Gsm7Packing.packUssd(septets))));
    }
  }

  @Test
  void aScreenOf182SeptetsIs160Octets() {
    assertEquals(160, Gsm7Packing.packUssd(Gsm7.encode("x".repeat(182))).length);
  }

  @Test
  void moreSeptetsThanTheOctetsHoldAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Gsm7Packing.unpack(new byte[7], 9));
    assertThrows(IllegalArgumentException.class, () -> Gsm7Packing.unpack(new byte[7], -1));
  }
}
