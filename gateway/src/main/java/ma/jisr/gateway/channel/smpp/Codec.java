package ma.jisr.gateway.channel.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsmpp.PDUStringException;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.AbstractSmCommand;
import org.jsmpp.bean.DataSm;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;
import org.jsmpp.util.DefaultDecomposer;
import org.jspecify.annotations.Nullable;

/** PDUs to octets and back: jSMPP's composer and decomposer, and what they leave open. */
final class Codec {
  private static final byte VERSION_3_4 = 0x34;
  private static final int HEADER = 16;

  private final DefaultComposer composer = new DefaultComposer();
  private final DefaultDecomposer decomposer = new DefaultDecomposer();

  /** A PDU that was refused by the codec. */
  static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int status;

    Malformed(int status) {
      super("malformed PDU, status 0x" + Integer.toHexString(status), null, false, false);
      this.status = status;
    }

    /** What to tell the peer. */
    int status() {
      return status;
    }
  }

  byte[] bind(int command, int sequence, SmppLink.Account account) {
    try {
      return composer.bind(
          command,
          sequence,
          account.systemId(),
          account.password(),
          account.systemType(),
          VERSION_3_4,
          (byte) 0,
          (byte) 0,
          null);
    } catch (PDUStringException e) {
      throw new Malformed(e.getErrorCode());
    }
  }

  /**
   * A submit_sm without its number.
   *
   * @throws Malformed when an address or the body is longer than the standard allows
   */
  byte[] submit(Submit submit) {
    try {
      return composer.submitSm(
          0,
          submit.serviceType(),
          submit.fromTon(),
          submit.fromNpi(),
          submit.from(),
          submit.toTon(),
          submit.toNpi(),
          submit.to(),
          submit.esmClass(),
          (byte) 0,
          (byte) 0,
          null,
          submit.validity(),
          (byte) (submit.receipt() ? 1 : 0),
          (byte) 0,
          submit.dataCoding(),
          (byte) 0,
          submit.body(),
          submit.tlvs().entrySet().stream()
              .map(e -> new OptionalParameter.OctetString(e.getKey().shortValue(), e.getValue()))
              .toArray(OptionalParameter[]::new));
    } catch (PDUStringException e) {
      throw new Malformed(e.getErrorCode());
    }
  }

  /** Writes the sequence number into a composed PDU. */
  static void number(byte[] pdu, int sequence) {
    for (int i = 0; i < 4; i++) {
      pdu[12 + i] = (byte) (sequence >>> (24 - 8 * i));
    }
  }

  /** A response of ours: its message_id is empty (SMPP 3.4 4.6.2, 4.7.2). */
  byte[] response(int command, int status, int sequence) {
    byte[] pdu = composer.deliverSmResp(status, sequence, "");
    if (command == SMPPConstant.CID_DATA_SM) {
      pdu[6] = (byte) (SMPPConstant.CID_DATA_SM_RESP >>> 8);
      pdu[7] = (byte) SMPPConstant.CID_DATA_SM_RESP;
    }
    return pdu;
  }

  /** A PDU that is a header only. */
  byte[] header(int command, int status, int sequence) {
    return composer.composeHeader(command, status, sequence);
  }

  /**
   * Reads a deliver_sm.
   *
   * @throws Malformed with the status that says what is wrong
   */
  Deliver deliver(byte[] pdu) {
    Layout layout = Layout.deliver(pdu);
    Map<Integer, byte[]> tlvs = layout.tlvs();
    DeliverSm sm;
    try {
      sm = decomposer.deliverSm(layout.mandatory());
    } catch (PDUStringException e) {
      throw new Malformed(e.getErrorCode());
    }
    byte[] payload = tlvs.get(Tlvs.MESSAGE_PAYLOAD);
    byte[] text = sm.getShortMessage();
    boolean inPayload = payload != null && (text == null || text.length == 0);
    return read(SMPPConstant.CID_DELIVER_SM, sm, inPayload ? payload : text, tlvs);
  }

  /**
   * Reads a data_sm, whose text is in message_payload.
   *
   * @throws Malformed with the status that says what is wrong
   */
  Deliver data(byte[] pdu) {
    Layout layout = Layout.data(pdu);
    Map<Integer, byte[]> tlvs = layout.tlvs();
    DataSm sm;
    try {
      sm = decomposer.dataSm(layout.mandatory());
    } catch (PDUStringException e) {
      throw new Malformed(e.getErrorCode());
    }
    return read(SMPPConstant.CID_DATA_SM, sm, tlvs.get(Tlvs.MESSAGE_PAYLOAD), tlvs);
  }

  private static Deliver read(
      int command, AbstractSmCommand sm, byte @Nullable [] text, Map<Integer, byte[]> tlvs) {
    return new Deliver(
        command,
        sm.getSequenceNumber(),
        orEmpty(sm.getSourceAddr()),
        sm.getSourceAddrTon(),
        sm.getSourceAddrNpi(),
        orEmpty(sm.getDestAddress()),
        sm.getDestAddrTon(),
        sm.getDestAddrNpi(),
        sm.getEsmClass() & 0xff,
        sm.getDataCoding() & 0xff,
        text == null ? new byte[0] : text,
        Map.copyOf(tlvs));
  }

  /** The message_id of a submit_sm_resp; empty where there is none (errors carry no body). */
  static String messageId(byte[] pdu) {
    int end = HEADER;
    while (end < pdu.length && pdu[end] != 0) {
      end++;
    }
    return new String(pdu, HEADER, end - HEADER, StandardCharsets.ISO_8859_1);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
