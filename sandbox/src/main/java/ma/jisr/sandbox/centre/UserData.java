package ma.jisr.sandbox.centre;

import io.vertx.core.buffer.Buffer;
import ma.jisr.sandbox.smpp.Submit;

/**
 * The octets of a message without their user data header (3GPP TS 23.040, 9.2.3.24), and the place
 * of the message in a concatenated one.
 *
 * @param text what follows the header
 * @param header octets of the header, its length octet included; 0 without
 * @param reference of the concatenated message
 * @param total its parts; 1 when it is whole
 * @param number of this part, from 1
 */
record UserData(Buffer text, int header, int reference, int total, int number) {
  private static final int UDHI = 0x40;
  private static final int CONCATENATED_8 = 0x00;
  private static final int CONCATENATED_16 = 0x08;

  /**
   * Reads the header that esm_class announces, else the SAR parameters.
   *
   * @throws IllegalArgumentException when the header is damaged
   */
  static UserData of(Submit submit) {
    Buffer octets = submit.octets();
    if ((submit.esmClass() & UDHI) == 0) {
      return checked(
          new UserData(
              octets, 0, submit.sar().reference(), submit.sar().total(), submit.sar().number()));
    }
    int header = octets.length() == 0 ? 0 : octets.getUnsignedByte(0) + 1;
    if (header == 0 || header > octets.length()) {
      throw new IllegalArgumentException("a user data header that runs past the end");
    }
    Buffer text = octets.getBuffer(header, octets.length());
    for (int at = 1; at + 1 < header; ) {
      int element = octets.getUnsignedByte(at);
      int length = octets.getUnsignedByte(at + 1);
      int value = at + 2;
      if (value + length > header) {
        throw new IllegalArgumentException("an information element that runs past its header");
      }
      if (element == CONCATENATED_8 && length == 3) {
        return part(text, header, octets.getUnsignedByte(value), octets, value + 1);
      }
      if (element == CONCATENATED_16 && length == 4) {
        return part(text, header, octets.getUnsignedShort(value), octets, value + 2);
      }
      at = value + length;
    }
    return new UserData(text, header, 0, 1, 1);
  }

  private static UserData part(Buffer text, int header, int reference, Buffer octets, int at) {
    return checked(
        new UserData(
            text, header, reference, octets.getUnsignedByte(at), octets.getUnsignedByte(at + 1)));
  }

  private static UserData checked(UserData read) {
    if (read.total < 1 || read.number < 1 || read.number > read.total) {
      throw new IllegalArgumentException("part " + read.number + " of " + read.total);
    }
    return read;
  }

  /** A part with a header of 6 octets: 8-bit reference, total and number. */
  static Buffer withHeader(byte[] text, int reference, int total, int number) {
    return Buffer.buffer()
        .appendBytes(new byte[] {5, CONCATENATED_8, 3})
        .appendByte((byte) reference)
        .appendByte((byte) total)
        .appendByte((byte) number)
        .appendBytes(text);
  }
}
