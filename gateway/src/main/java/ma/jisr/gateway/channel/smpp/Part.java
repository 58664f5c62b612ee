package ma.jisr.gateway.channel.smpp;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A part of a concatenated message, by user data header (TS 23.040 9.2.3.24.1 and 9.2.3.24.8) or by
 * sar TLVs (SMPP 3.4 5.3.2.22 to 24).
 *
 * @param reference that all parts share
 * @param total parts, 2 or more
 * @param number from 1
 * @param content without the header
 */
@SuppressWarnings("ArrayRecordComponent") // octets of the wire, read once and never compared
record Part(int reference, int total, int number, byte[] content) {
  private static final int CONCATENATION_8 = 0x00;
  private static final int CONCATENATION_16 = 0x08;

  /** The part that it is, or null for a message that stands alone. */
  static @Nullable Part of(Deliver deliver) {
    Part part = deliver.hasHeader() ? byHeader(deliver.body()) : bySar(deliver);
    return part != null && part.total > 1 && part.number >= 1 && part.number <= part.total
        ? part
        : null;
  }

  /** The body without a header, where it has one. */
  static byte[] content(Deliver deliver) {
    byte[] body = deliver.body();
    return deliver.hasHeader() && body.length > 0
        ? Arrays.copyOfRange(body, Math.min(body.length, 1 + (body[0] & 0xff)), body.length)
        : body;
  }

  private static @Nullable Part byHeader(byte[] body) {
    int end = body.length == 0 ? 0 : 1 + (body[0] & 0xff);
    if (end > body.length) {
      return null;
    }
    byte[] content = Arrays.copyOfRange(body, end, body.length);
    for (int at = 1; at + 2 <= end; at += 2 + (body[at + 1] & 0xff)) {
      int length = body[at + 1] & 0xff;
      if (at + 2 + length > end) {
        return null;
      }
      if (body[at] == CONCATENATION_8 && length == 3) {
        return new Part(body[at + 2] & 0xff, body[at + 3] & 0xff, body[at + 4] & 0xff, content);
      }
      if (body[at] == CONCATENATION_16 && length == 4) {
        int reference = ((body[at + 2] & 0xff) << 8) | (body[at + 3] & 0xff);
        return new Part(reference, body[at + 4] & 0xff, body[at + 5] & 0xff, content);
      }
    }
    return null;
  }

  private static @Nullable Part bySar(Deliver deliver) {
    byte[] reference = deliver.tlvs().get(Tlvs.SAR_MSG_REF_NUM);
    byte[] total = deliver.tlvs().get(Tlvs.SAR_TOTAL_SEGMENTS);
    byte[] number = deliver.tlvs().get(Tlvs.SAR_SEGMENT_SEQNUM);
    if (reference == null || total == null || number == null) {
      return null;
    }
    return reference.length == 2 && total.length == 1 && number.length == 1
        ? new Part(
            ((reference[0] & 0xff) << 8) | (reference[1] & 0xff),
            total[0] & 0xff,
            number[0] & 0xff,
            deliver.body())
        : null;
  }

  @Override
  public String toString() {
    return "Part[" + number + " of " + total + "]";
  }
}
