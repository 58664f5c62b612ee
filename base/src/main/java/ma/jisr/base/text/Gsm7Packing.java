package ma.jisr.base.text;

import java.util.Arrays;

/**
 * Septets packed 7 in 8 bits, least significant first, as USSD strings travel on some links (3GPP
 * TS 23.038, 6.1.2.3). 160 octets hold 182 septets.
 */
public final class Gsm7Packing {
  private static final byte CR = 0x0D;

  private Gsm7Packing() {}

  /**
   * Packs septets (one in each byte) into octets. Seven bits that would stay free at the end are
   * filled with CR, and a CR that ends exactly on an octet is doubled (6.1.2.3.1), so that nobody
   * reads a trailing "@" or loses a line end.
   */
  public static byte[] packUssd(byte[] septets) {
    byte[] padded = septets;
    boolean sevenFree = septets.length % 8 == 7;
    boolean crOnBoundary =
        septets.length % 8 == 0 && septets.length > 0 && septets[septets.length - 1] == CR;
    if (sevenFree || crOnBoundary) {
      padded = Arrays.copyOf(septets, septets.length + 1);
      padded[septets.length] = CR;
    }
    return pack(padded);
  }

  /** The septets of a packed USSD string, without the filling CR. */
  public static byte[] unpackUssd(byte[] octets) {
    int count = octets.length * 8 / 7;
    byte[] septets = unpack(octets, count);
    boolean filled = count > 0 && count % 8 == 0 && septets[count - 1] == CR;
    return filled ? Arrays.copyOf(septets, count - 1) : septets;
  }

  /** Packs septets into octets; free bits at the end are 0. */
  public static byte[] pack(byte[] septets) {
    byte[] octets = new byte[(septets.length * 7 + 7) / 8];
    for (int i = 0; i < septets.length; i++) {
      int value = septets[i] & 0x7F;
      int bit = i * 7;
      octets[bit / 8] |= (byte) (value << (bit % 8));
      if (bit % 8 > 1) octets[bit / 8 + 1] |= (byte) (value >> (8 - bit % 8));
    }
    return octets;
  }

  /**
   * Unpacks so many septets.
   *
   * @throws IllegalArgumentException when the octets hold fewer
   */
  public static byte[] unpack(byte[] octets, int count) {
    if (count < 0 || count > octets.length * 8 / 7)
      throw new IllegalArgumentException(octets.length + " octets do not hold " + count);
    byte[] septets = new byte[count];
    for (int i = 0; i < count; i++) {
      int bit = i * 7;
      int value = (octets[bit / 8] & 0xFF) >> (bit % 8);
      if (bit % 8 > 1) value |= (octets[bit / 8 + 1] & 0xFF) << (8 - bit % 8);
      septets[i] = (byte) (value & 0x7F);
    }
    return septets;
  }
}
