package ma.jisr.sandbox.alphabet;

import java.util.HashMap;
import java.util.Map;

/**
 * The GSM 7 bit default alphabet with its extension table (3GPP TS 23.038, 6.2.1 and 6.2.1.1), one
 * septet an octet ("unpacked"), as SMPP carries it under data_coding 0.
 */
public final class Gsm7 {
  private static final int ESCAPE = 0x1B;
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001BÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final Map<Integer, Character> EXTENSION =
      Map.of(
          0x0A, '\f', 0x14, '^', 0x28, '{', 0x29, '}', 0x2F, '\\', 0x3C, '[', 0x3D, '~', 0x3E, ']',
          0x40, '|', 0x65, '€');
  private static final Map<Character, Integer> CODES = codes();

  private Gsm7() {}

  private static Map<Character, Integer> codes() {
    var codes = new HashMap<Character, Integer>();
    for (int i = 0; i < BASIC.length(); i++) {
      if (i != ESCAPE) {
        codes.put(BASIC.charAt(i), i);
      }
    }
    EXTENSION.forEach((code, character) -> codes.put(character, (ESCAPE << 8) | code));
    return Map.copyOf(codes);
  }

  /** How many septets the character takes: 1, 2 (extension table), or 0 when it is not there. */
  public static int septets(char character) {
    Integer code = CODES.get(character);
    return code == null ? 0 : code > 0x7F ? 2 : 1;
  }

  /** Whether every character of the text is in the alphabet. */
  public static boolean carries(String text) {
    return text.chars().allMatch(c -> CODES.containsKey((char) c));
  }

  /** The text, one septet an octet; every character must be in the alphabet. */
  public static byte[] encode(String text) {
    byte[] octets = new byte[text.chars().map(c -> septets((char) c)).sum()];
    int at = 0;
    for (int i = 0; i < text.length(); i++) {
      Integer code = CODES.get(text.charAt(i));
      if (code == null) {
        throw new IllegalArgumentException("a character that the alphabet lacks, at " + i);
      }
      if (code > 0x7F) {
        octets[at++] = (byte) (code >> 8);
      }
      octets[at++] = (byte) (code & 0x7F);
    }
    return octets;
  }

  /**
   * The characters of unpacked septets. An escape before a septet that the extension table lacks is
   * left out and the septet read in the basic table; a last or doubled escape is a space (6.2.1.1).
   *
   * @throws IllegalArgumentException for an octet above 0x7F, which is no septet
   */
  public static String decode(byte[] septets) {
    var text = new StringBuilder(septets.length);
    for (int i = 0; i < septets.length; i++) {
      int septet = septet(septets, i);
      if (septet != ESCAPE) {
        text.append(BASIC.charAt(septet));
      } else if (i + 1 == septets.length) {
        text.append(' ');
      } else {
        int next = septet(septets, ++i);
        char plain = next == ESCAPE ? ' ' : BASIC.charAt(next);
        text.append(EXTENSION.getOrDefault(next, plain).charValue());
      }
    }
    return text.toString();
  }

  private static int septet(byte[] septets, int at) {
    if (septets[at] < 0) {
      throw new IllegalArgumentException("octet " + at + " is above 0x7F, so it is no septet");
    }
    return septets[at];
  }
}
