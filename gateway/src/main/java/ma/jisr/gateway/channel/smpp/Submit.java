package ma.jisr.gateway.channel.smpp;

import java.util.Map;

/**
 * A submit_sm to be written (SMPP 3.4 4.4.1): one segment or one screen.
 *
 * @param serviceType "" or "USSD"
 * @param from the short code
 * @param fromTon its type of number
 * @param fromNpi its numbering plan
 * @param toTon type of number of the destination
 * @param toNpi its numbering plan
 * @param to destination_addr
 * @param esmClass 0x40 with a header in the body
 * @param validity validity_period (SMPP 3.4 7.1.1), "" for the peer's own
 * @param receipt whether a final receipt is wanted
 * @param dataCoding alphabet
 * @param body at most 254 octets
 * @param tlvs optional parameters by tag
 */
@SuppressWarnings("ArrayRecordComponent") // octets of the wire, read once and never compared
record Submit(
    String serviceType,
    String from,
    byte fromTon,
    byte fromNpi,
    byte toTon,
    byte toNpi,
    String to,
    byte esmClass,
    String validity,
    boolean receipt,
    byte dataCoding,
    byte[] body,
    Map<Integer, byte[]> tlvs) {
  @Override
  public String toString() {
    return "Submit[" + body.length + " octets]";
  }
}
