package ma.jisr.sandbox.alphabet;

import java.nio.charset.StandardCharsets;

/**
 * A text that came under an SMPP data_coding, in the alphabet in which the air interface carries
 * it.
 *
 * @param text the characters
 * @param alphabet GSM-7 for data_coding 0, UCS-2 for 8; for 1 and 3 whichever carries the text
 */
public record DataCoding(String text, Alphabet alphabet) {

  /**
   * The text of the octets. Read are 0 and 0x0F (GSM-7), 1 (IA5), 3 (Latin-1), 8 and 0x48 (UCS-2),
   * and the message class groups 0x10-0x1F and 0xF0-0xFF (3GPP TS 23.038, clause 4).
   *
   * @throws IllegalArgumentException for another data_coding, or octets that are wrong under it
   */
  public static DataCoding read(int dataCoding, byte[] octets) {
    return switch (dataCoding) {
      case 0x00, 0x0F, 0x10, 0x11, 0x12, 0x13, 0xF0, 0xF1, 0xF2, 0xF3 ->
          new DataCoding(Gsm7.decode(octets), Alphabet.GSM7);
      case 0x01 -> converted(ascii(octets));
      case 0x03 -> converted(new String(octets, StandardCharsets.ISO_8859_1));
      case 0x08, 0x18, 0x19, 0x1A, 0x1B, 0x48 -> new DataCoding(ucs2(octets), Alphabet.UCS2);
      default ->
          throw new IllegalArgumentException("data_coding " + dataCoding + " is not text here");
    };
  }

  private static DataCoding converted(String text) {
    return new DataCoding(text, Alphabet.of(text));
  }

  private static String ascii(byte[] octets) {
    for (byte octet : octets) {
      if (octet < 0) {
        throw new IllegalArgumentException("an octet above 0x7F under data_coding 1 (IA5)");
      }
    }
    return new String(octets, StandardCharsets.US_ASCII);
  }

  private static String ucs2(byte[] octets) {
    if (octets.length % 2 != 0) {
      throw new IllegalArgumentException(octets.length + " octets under UCS-2, an odd number");
    }
    return new String(octets, StandardCharsets.UTF_16BE);
  }
}
