package ma.jisr.sandbox.smpp;

import io.vertx.core.buffer.Buffer;
import java.util.OptionalInt;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.bean.OptionalParameter.OctetString;
import org.jsmpp.bean.OptionalParameter.Tag;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.util.DefaultDecomposer;

/**
 * A submit_sm as it was read.
 *
 * @param from source_addr
 * @param to destination_addr
 * @param toTon its type of number
 * @param esmClass as sent
 * @param registeredDelivery as sent
 * @param dataCoding as sent, 0-255
 * @param octets short_message, or message_payload where that is empty
 * @param payload whether they came as message_payload
 * @param ussdOp ussd_service_op (0x0501), absent in an SMS
 * @param session its_session_info (0x1383), session number in the high octet
 * @param sar sar_msg_ref_num, sar_total_segments and sar_segment_seqnum
 */
public record Submit(
    String from,
    String to,
    int toTon,
    int esmClass,
    int registeredDelivery,
    int dataCoding,
    Buffer octets,
    boolean payload,
    OptionalInt ussdOp,
    OptionalInt session,
    Sar sar) {

  /** The three SAR parameters; total is 1 when they were not sent. */
  public record Sar(int reference, int total, int number) {}

  static Submit read(byte[] pdu) throws PDUStringException {
    SubmitSm sm = new DefaultDecomposer().submitSm(pdu);
    byte[] text = sm.getShortMessage() == null ? new byte[0] : sm.getShortMessage();
    boolean inPayload = false;
    if (text.length == 0
        && sm.getOptionalParameter(Tag.MESSAGE_PAYLOAD) instanceof OctetString payload) {
      text = payload.getValue();
      inPayload = true;
    }
    return new Submit(
        sm.getSourceAddr(),
        sm.getDestAddress(),
        sm.getDestAddrTon(),
        sm.getEsmClass() & 0xFF,
        sm.getRegisteredDelivery() & 0xFF,
        sm.getDataCoding() & 0xFF,
        Buffer.buffer(text),
        inPayload,
        number(sm, Tag.USSD_SERVICE_OP),
        number(sm, Tag.ITS_SESSION_INFO),
        new Sar(
            number(sm, Tag.SAR_MSG_REF_NUM).orElse(0),
            number(sm, Tag.SAR_TOTAL_SEGMENTS).orElse(1),
            number(sm, Tag.SAR_SEGMENT_SEQNUM).orElse(1)));
  }

  private static OptionalInt number(SubmitSm sm, Tag tag) {
    return switch (sm.getOptionalParameter(tag)) {
      case OptionalParameter.Byte octet -> OptionalInt.of(octet.getValue() & 0xFF);
      case OptionalParameter.Short octets -> OptionalInt.of(octets.getValue() & 0xFFFF);
      case null, default -> OptionalInt.empty();
    };
  }

  @Override
  public String toString() {
    return "Submit[esm_class " + esmClass + " data_coding " + dataCoding + "]";
  }
}
