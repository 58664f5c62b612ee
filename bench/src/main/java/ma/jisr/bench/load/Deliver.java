package ma.jisr.bench.load;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Writes deliver_sm: what a phone has sent, as an SMSC or a USSD centre hands it on. */
final class Deliver {
  private static final byte[] NOTHING = {0};
  private static final byte[] USSD = "USSD\0".getBytes(StandardCharsets.ISO_8859_1);

  private final byte[] code;

  /**
   * @param code where the phones write to: a short code or a service code
   */
  Deliver(String code) {
    this.code = (code + "\0").getBytes(StandardCharsets.ISO_8859_1);
  }

  void sms(ByteBuffer out, int sequence, long from, byte[] text) {
    write(out, sequence, from, text, (byte) 0, 0);
  }

  /**
   * @param op ussd_service_op
   * @param session the session's number, told in its_session_info
   */
  void ussd(ByteBuffer out, int sequence, long from, byte[] text, byte op, int session) {
    write(out, sequence, from, text, op, session);
  }

  private void write(ByteBuffer out, int sequence, long from, byte[] text, byte op, int session) {
    int start = out.position();
    out.putInt(0).putInt(Wire.DELIVER_SM).putInt(Wire.OK).putInt(sequence);
    out.put(op == 0 ? NOTHING : USSD);
    out.put((byte) 1).put((byte) 1);
    digits(out, from);
    out.put((byte) 0).put((byte) 1);
    out.put(code);
    out.putLong(0); // esm_class to data_coding: a plain message in the default alphabet
    out.put((byte) 0); // sm_default_msg_id
    out.put((byte) text.length);
    out.put(text);
    if (op != 0) {
      out.putShort((short) Wire.USSD_OP).putShort((short) 1).put(op);
      out.putShort((short) Wire.ITS_SESSION).putShort((short) 2);
      out.put((byte) session).put((byte) 0);
    }
    out.putInt(start, out.position() - start);
  }

  private static void digits(ByteBuffer out, long number) {
    int length = 1;
    for (long rest = number / 10; rest > 0; rest /= 10) length++;
    int end = out.position() + length;
    long rest = number;
    for (int at = end - 1; rest > 0; rest /= 10) out.put(at--, (byte) ('0' + rest % 10));
    out.position(end);
    out.put((byte) 0);
  }
}
