package ma.jisr.gateway.channel.smpp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import ma.jisr.gateway.channel.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What vendors write of a cell, and what they may get wrong. */
final class CellTagTest {
  private static final CellTag TAG = new CellTag(0x1401);
  private static final Locator ECHO =
      (mcc, net, area, cell) -> mcc + "/" + net + "/" + area + "/" + cell;

  private static Deliver deliver(int tag, byte[] value) {
    return new Deliver(
        5,
        1,
        "212661000001",
        (byte) 1,
        (byte) 1,
        "585",
        (byte) 0,
        (byte) 1,
        0,
        0,
        new byte[0],
        Map.of(tag, value));
  }

  @ParameterizedTest
  @CsvSource({
    "604-01-30123-7900417, 604/1/30123/7900417",
    "604:1:30123:7900417, 604/1/30123/7900417",
    "604.000.1.2, 604/0/1/2",
    "604;5;65535;68719476735, 604/5/65535/68719476735",
  })
  void figures(String text, String cell) {
    assertEquals(cell, TAG.where(deliver(0x1401, ascii(text)), ECHO));
    assertEquals(cell, TAG.where(deliver(0x1401, ascii(text + "\0")), ECHO));
  }

  /** Digits of country and network as in TS 24.008 10.5.1.3, then area and cell. */
  @ParameterizedTest
  @CsvSource({
    "06F410 75AB 1F2E, 604/1/30123/7982",
    "06F400 0001 FFFF, 604/0/1/65535",
    "06F451 0001 0002, 604/15/1/2",
    "130014 0001 0002, 310/410/1/2",
  })
  void octets(String hex, String cell) {
    byte[] value = HexFormat.of().parseHex(hex.replace(" ", ""));
    assertEquals(cell, TAG.where(deliver(0x1401, value), ECHO));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "604",
        "604-01-30123",
        "604-01-30123-79-1",
        "60401301237900417",
        "abc-01-30123-7900417",
        "604-01-999999999-1",
        "604-01-1-999999999999",
        "604-01-30123-7900417-and-so-on-and-so-on-and-so-on",
      })
  void whatIsNoCellSaysNothing(String text) {
    assertEquals("", TAG.where(deliver(0x1401, ascii(text)), ECHO));
  }

  @Test
  void whatHasNoDigitsSaysNothing() {
    for (String hex : new String[] {"0AF41075AB1F2E", "06FA1075AB1F2E", "06F4F175AB1F2E"})
      assertEquals("", TAG.where(deliver(0x1401, HexFormat.of().parseHex(hex)), ECHO), hex);
  }

  @Test
  void anotherTagIsNotLookedAt() {
    assertEquals("", TAG.where(deliver(0x1402, ascii("604-01-1-2")), ECHO));
    for (int tag : new int[] {0, 0x0501, 0x13FF, 0x4000})
      assertThrows(IllegalArgumentException.class, () -> new CellTag(tag));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
