package ma.jisr.gateway.channel.smpp;

import java.util.HashMap;
import java.util.Map;
import org.jsmpp.SMPPConstant;

/**
 * Where the fields of a deliver_sm or data_sm lie (SMPP 3.4 4.6.1, 4.7.1), found before it is
 * decoded: the decoder itself runs past the end of the array when lengths do not add up, and
 * refuses optional parameters of an unusual length although nobody asked for them.
 */
final class Layout {
  private static final int HEADER = 16;
  private static final int TLV_HEADER = 4;

  private final byte[] pdu;
  private final Map<Integer, byte[]> tlvs = new HashMap<>();
  private int mandatory;
  private int at = HEADER;

  private Layout(byte[] pdu) {
    this.pdu = pdu;
    string(); // service_type
    octets(2, SMPPConstant.STAT_ESME_RINVCMDLEN); // source ton, npi
    string();
    octets(2, SMPPConstant.STAT_ESME_RINVCMDLEN); // destination ton, npi
    string();
    octets(3, SMPPConstant.STAT_ESME_RINVCMDLEN); // esm_class and two more
  }

  /**
   * Walks a deliver_sm.
   *
   * @throws Codec.Malformed with the status that says what is wrong (SMPP 3.4 5.1.3)
   */
  static Layout deliver(byte[] pdu) {
    Layout layout = new Layout(pdu);
    layout.string(); // schedule_delivery_time
    layout.string(); // validity_period
    // registered_delivery, replace_if_present, data_coding, sm_default_msg_id, sm_length
    layout.octets(5, SMPPConstant.STAT_ESME_RINVCMDLEN);
    layout.octets(pdu[layout.at - 1] & 0xff, SMPPConstant.STAT_ESME_RINVMSGLEN);
    layout.optional();
    return layout;
  }

  /**
   * Walks a data_sm.
   *
   * @throws Codec.Malformed with the status that says what is wrong
   */
  static Layout data(byte[] pdu) {
    Layout layout = new Layout(pdu);
    layout.optional();
    return layout;
  }

  private void optional() {
    mandatory = at;
    while (at < pdu.length) {
      octets(TLV_HEADER, SMPPConstant.STAT_ESME_RINVTLVSTREAM);
      int tag = word(at - TLV_HEADER);
      int size = word(at - 2);
      octets(size, SMPPConstant.STAT_ESME_RINVTLVLEN);
      byte[] value = new byte[size];
      System.arraycopy(pdu, at - size, value, 0, size);
      tlvs.put(tag, value);
    }
  }

  /** The PDU without its optional parameters, its length mended. */
  byte[] mandatory() {
    byte[] head = new byte[mandatory];
    System.arraycopy(pdu, 0, head, 0, mandatory);
    for (int i = 0; i < 4; i++) {
      head[i] = (byte) (mandatory >>> (24 - 8 * i));
    }
    return head;
  }

  /**
   * The optional parameters by tag, their values as they were on the wire; of equal ones the last.
   */
  Map<Integer, byte[]> tlvs() {
    return tlvs;
  }

  private void string() {
    while (at < pdu.length) {
      if (pdu[at++] == 0) {
        return;
      }
    }
    throw new Codec.Malformed(SMPPConstant.STAT_ESME_RINVCMDLEN);
  }

  private void octets(int count, int otherwise) {
    at += count;
    if (at > pdu.length) {
      throw new Codec.Malformed(otherwise);
    }
  }

  private int word(int from) {
    return ((pdu[from] & 0xff) << 8) | (pdu[from + 1] & 0xff);
  }
}
