package ma.jisr.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class KeyedHashTest {
  private static byte[] key(int fill) {
    byte[] key = new byte[32];
    Arrays.fill(key, (byte) fill);
    return key;
  }

  /** Computed apart with Python's hmac: key 32 x 0x0b, message "alias", NUL, "tel:212661000001". */
  @Test
  void anIndependentImplementationAgrees() {
    assertEquals(
        "93018bca176978d1fb2b92334cb33b37d308a5e4e39d5b3c2ca2538b2393b8e7",
        new KeyedHash(key(0x0b)).hex("alias", "tel:212661000001"));
  }

  @Test
  void keyPurposeAndValueEachChangeIt() {
    KeyedHash hash = new KeyedHash(key(1));
    String one = hash.base32("alias", "x");
    assertEquals(one, new KeyedHash(key(1)).base32("alias", "x"));
    assertNotEquals(one, new KeyedHash(key(2)).base32("alias", "x"));
    assertNotEquals(one, hash.base32("log", "x"));
    assertNotEquals(one, hash.base32("alias", "y"));
    assertTrue(one.matches("[0-9a-hjkmnp-tv-z]{52}"), one);
    assertEquals(64, hash.hex("alias", "x").length());
    assertThrows(IllegalArgumentException.class, () -> hash.hex("a\0", "x"));
  }

  @Test
  void aliasesOfDifferentSchemesNeverMeet() {
    KeyedHash hash = new KeyedHash(key(1));
    assertNotEquals(
        hash.alias(new Address("tel", "212661000001")),
        hash.alias(new Address("telegram", "212661000001")));
  }

  @Test
  void theKeyIsCopiedAndNeverShown() {
    byte[] key = key(7);
    KeyedHash hash = new KeyedHash(key);
    String before = hash.hex("alias", "x");
    Arrays.fill(key, (byte) 0);
    assertEquals(before, hash.hex("alias", "x"));
    assertFalse(hash.toString().contains(HexFormat.of().formatHex(key(7)).substring(0, 4)));
  }

  @Test
  void shortKeysAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> new KeyedHash(new byte[31]));
    assertThrows(IllegalArgumentException.class, () -> new KeyedHash(new byte[0]));
  }

  @Test
  void base32FillsTheLastLetterWithZeros() {
    assertEquals("", Base32.encode(new byte[0]));
    assertEquals("ZW", Base32.encode(new byte[] {(byte) 0xFF}));
    assertEquals("00000001", Base32.encode(new byte[] {0, 0, 0, 0, 1}));
  }
}
