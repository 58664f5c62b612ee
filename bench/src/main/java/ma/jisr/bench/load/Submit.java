package ma.jisr.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * One submit_sm, read in place and read again into the same object: a hundred thousand a second are
 * not worth a hundred thousand objects.
 */
final class Submit {
  private long destination;
  private int parts;
  private int ussdOp;
  private int coding;
  private int textAt;
  private int textLength;
  private ByteBuffer buffer = ByteBuffer.allocate(0);

  /** Reads the PDU between the buffer's octets {@code from} and {@code to}. */
  void read(ByteBuffer pdus, int from, int to) {
    buffer = pdus;
    int at = afterString(from + Wire.HEADER, to); // service_type
    at = afterString(at + 2, to); // source_addr
    at += 2;
    destination = 0;
    for (byte c; (c = buffer.get(at)) != 0; at++)
      if (c >= '0' && c <= '9') destination = destination * 10 + (c - '0');
    at++;
    int esmClass = buffer.get(at) & 0xff;
    at = afterString(at + 3, to); // schedule_delivery_time
    at = afterString(at, to); // validity_period
    coding = buffer.get(at + 2) & 0xff;
    textLength = buffer.get(at + 4) & 0xff;
    textAt = at + 5;
    parts = 1;
    if ((esmClass & Wire.UDH) != 0 && textLength > 0) header();
    tlvs(textAt + textLength, to);
  }

  /** The user data header's concatenation element: IEI 0 with 8-bit, 8 with 16-bit reference. */
  private void header() {
    int length = (buffer.get(textAt) & 0xff) + 1;
    int end = textAt + Math.min(length, textLength);
    for (int at = textAt + 1; at + 1 < end; at += 2 + (buffer.get(at + 1) & 0xff)) {
      int element = buffer.get(at);
      if (element == 0) parts = buffer.get(at + 3) & 0xff;
      if (element == 8) parts = buffer.get(at + 4) & 0xff;
    }
    textAt += Math.min(length, textLength);
    textLength -= Math.min(length, textLength);
  }

  private void tlvs(int from, int to) {
    ussdOp = 0;
    for (int at = from; at + 4 <= to; ) {
      int tag = buffer.getShort(at) & 0xffff;
      int length = buffer.getShort(at + 2) & 0xffff;
      if (at + 4 + length > to) return;
      if (tag == Wire.USSD_OP && length > 0) ussdOp = buffer.get(at + 4) & 0xff;
      if (tag == Wire.SAR_TOTAL && length > 0) parts = buffer.get(at + 4) & 0xff;
      at += 4 + length;
    }
  }

  private int afterString(int from, int to) {
    int at = from;
    while (at < to && buffer.get(at) != 0) at++;
    return at + 1;
  }

  /** The digits of destination_addr. */
  long destination() {
    return destination;
  }

  /** How many segments the message has that this one belongs to. */
  int parts() {
    return Math.max(1, parts);
  }

  /** ussd_service_op; 0 when there is none. */
  int ussdOp() {
    return ussdOp;
  }

  /** The text as it stands on the wire, for people: not used while measuring. */
  String text() {
    byte[] octets = new byte[textLength];
    buffer.get(textAt, octets);
    return new String(
        octets, coding == 8 ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1);
  }
}
