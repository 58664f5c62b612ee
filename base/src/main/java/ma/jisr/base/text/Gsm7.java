package ma.jisr.base.text;

import java.util.OptionalInt;

/**
 * The GSM 7 bit default alphabet and its extension table (3GPP TS 23.038, 6.2.1 and 6.2.1.1). A
 * character of the extension costs two septets: ESC and its code. National shift tables are not
 * used: none of them holds Arabic.
 */
public final class Gsm7 {
  /** The code that announces a character of the extension table. */
  public static final int ESC = 0x1B;

  /** The default alphabet in the order of its codes; the place of ESC is held by U+001B. */
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ"
          + " !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
          + "¿abcdefghijklmnopqrstuvwxyzäöñüà";

  private static final String EXTENDED = "\f^{}\\[~]|€";
  private static final int[] EXTENDED_CODES = {
    0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65
  };

  /** Above the last character of either table (U+20AC): nothing beyond needs a look-up. */
  private static final int TABLE_SIZE = 0x20AD;

  /** By character: 0 when outside, else code + 1, with {@link #EXTENSION_FLAG} for extensions. */
  private static final short[] CODES = codes();

  private static final int EXTENSION_FLAG = 0x100;

  private Gsm7() {}

  private static short[] codes() {
    short[] codes = new short[TABLE_SIZE];
    for (int i = 0; i < BASIC.length(); i++) if (i != ESC) codes[BASIC.charAt(i)] = (short) (i + 1);
    for (int i = 0; i < EXTENDED.length(); i++)
      codes[EXTENDED.charAt(i)] = (short) ((EXTENDED_CODES[i] + 1) | EXTENSION_FLAG);
    return codes;
  }

  /** The septets that one character costs: 0 when it is outside the alphabet, else 1 or 2. */
  public static int septets(int codePoint) {
    if (codePoint >= TABLE_SIZE || CODES[codePoint] == 0) return 0;
    return CODES[codePoint] > EXTENSION_FLAG ? 2 : 1;
  }

  /**
   * The length of a text in septets.
   *
   * @throws IllegalArgumentException when it does not fit; names the character, never the text
   */
  public static int septets(String text) {
    int sum = 0;
    for (int i = 0; i < text.length(); i++) {
      int cost = septets(text.charAt(i));
      if (cost == 0) throw outside(text.codePointAt(i));
      sum += cost;
    }
    return sum;
  }

  /** Whether every character is in the alphabet or its extension. */
  public static boolean fits(String text) {
    for (int i = 0; i < text.length(); i++) if (septets(text.charAt(i)) == 0) return false;
    return true;
  }

  /** The first code point that forces the text into UCS-2; empty when all of it fits. */
  public static OptionalInt firstOutside(String text) {
    return text.codePoints().filter(c -> septets(c) == 0).findFirst();
  }

  /**
   * The text as septets, one in each byte (the way of SMPP's data_coding 0), ESC pairs included.
   *
   * @throws IllegalArgumentException when it does not fit; names the character, never the text
   */
  public static byte[] encode(String text) {
    byte[] out = new byte[septets(text)];
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      int code = CODES[text.charAt(i)];
      if (code > EXTENSION_FLAG) out[at++] = ESC;
      out[at++] = (byte) ((code & 0xFF) - 1);
    }
    return out;
  }

  /**
   * The text of septets, one in each byte. Lenient: an unknown extension code reads as the default
   * alphabet's character (TS 23.038, 6.2.1.1), a doubled or last ESC as a space, a byte above 0x7F
   * as U+FFFD.
   */
  public static String decode(byte[] septets) {
    StringBuilder text = new StringBuilder(septets.length);
    for (int i = 0; i < septets.length; i++) {
      int code = septets[i] & 0xFF;
      if (code > 0x7F) {
        text.append('\uFFFD');
      } else if (code != ESC) {
        text.append(BASIC.charAt(code));
      } else if (i + 1 == septets.length || septets[i + 1] == ESC) {
        text.append(' ');
        i++;
      } else {
        text.append(extended(septets[++i] & 0xFF));
      }
    }
    return text.toString();
  }

  private static char extended(int code) {
    for (int i = 0; i < EXTENDED_CODES.length; i++)
      if (EXTENDED_CODES[i] == code) return EXTENDED.charAt(i);
    return code > 0x7F ? '\uFFFD' : BASIC.charAt(code);
  }

  private static IllegalArgumentException outside(int codePoint) {
    return new IllegalArgumentException(
        "U+%04X is outside the GSM 7 bit alphabet".formatted(codePoint));
  }
}
