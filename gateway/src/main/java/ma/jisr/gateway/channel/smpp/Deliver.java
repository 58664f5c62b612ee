package ma.jisr.gateway.channel.smpp;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A deliver_sm (SMPP 3.4 4.6.1) or data_sm (4.7.1) as read from the wire. Holds personal data:
 * {@link #toString()} shows none.
 *
 * @param command its command_id, whose response it wants
 * @param sequence number of the PDU
 * @param from source_addr as written
 * @param fromTon type of its number
 * @param fromNpi its numbering plan
 * @param to destination_addr
 * @param toTon type of number, echoed in what goes back
 * @param toNpi numbering plan, echoed in what goes back
 * @param esmClass message mode, type and features
 * @param dataCoding alphabet
 * @param body short_message, or message_payload where that is given
 * @param tlvs the optional parameters by tag, values untouched
 */
@SuppressWarnings("ArrayRecordComponent") // octets of the wire, read once and never compared
record Deliver(
    int command,
    int sequence,
    String from,
    byte fromTon,
    byte fromNpi,
    String to,
    byte toTon,
    byte toNpi,
    int esmClass,
    int dataCoding,
    byte[] body,
    Map<Integer, byte[]> tlvs) {
  private static final int MESSAGE_TYPE = 0x3C;
  private static final int RECEIPT = 0x04;
  private static final int INTERMEDIATE = 0x20;
  private static final int UDH = 0x40;
  private static final int NO_OP = -1;

  /** Whether it tells of a message of ours (SMPP 3.4 5.2.12). */
  boolean receipt() {
    int type = esmClass & MESSAGE_TYPE;
    return type == RECEIPT || type == INTERMEDIATE;
  }

  /** Whether it is what a person sent: neither receipt nor an SME's acknowledgement. */
  boolean message() {
    return (esmClass & MESSAGE_TYPE) == 0;
  }

  boolean hasHeader() {
    return (esmClass & UDH) != 0;
  }

  boolean ussd() {
    return tlvs.containsKey(Tlvs.USSD_SERVICE_OP);
  }

  /** ussd_service_op, 0 to 255; -1 where there is none. */
  int ussdOp() {
    byte[] op = tlvs.get(Tlvs.USSD_SERVICE_OP);
    return op == null || op.length == 0 ? NO_OP : op[0] & 0xff;
  }

  byte @Nullable [] sessionInfo() {
    return tlvs.get(Tlvs.ITS_SESSION_INFO);
  }

  byte @Nullable [] reference() {
    return tlvs.get(Tlvs.USER_MESSAGE_REFERENCE);
  }

  @Override
  public String toString() {
    return "Deliver[" + sequence + "]";
  }
}
