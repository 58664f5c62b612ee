package ma.jisr.sandbox.smpp;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jsmpp.PDUStringException;
import org.jsmpp.bean.OptionalParameter;
import org.jsmpp.util.DefaultComposer;

/**
 * A deliver_sm to be sent: something from a phone, or a receipt.
 *
 * @param service service_type: "USSD", or empty for SMS
 * @param from the phone's number in international digits without "+" (TON 1, NPI 1)
 * @param to the code of the program (TON 0, NPI 1)
 * @param esmClass 0, 0x40 with a user data header, 0x04 for a receipt
 * @param dataCoding of the octets
 * @param octets short_message, at most 254
 * @param tlvs optional parameters
 */
public record Delivery(
    String service,
    String from,
    String to,
    int esmClass,
    int dataCoding,
    Buffer octets,
    List<OptionalParameter> tlvs) {
  private static final byte INTERNATIONAL = 1;
  private static final byte UNKNOWN = 0;
  private static final byte ISDN = 1;
  private static final byte ZERO = 0;

  /**
   * An input of a USSD dialogue.
   *
   * @param op ussd_service_op
   * @param info its_session_info, session number in the high octet
   */
  public static Delivery ussd(
      String from, String to, int dataCoding, Buffer octets, int op, int info) {
    return new Delivery(
        "USSD",
        from,
        to,
        0,
        dataCoding,
        octets,
        List.of(
            new OptionalParameter.Ussd_service_op((byte) op),
            new OptionalParameter.Its_session_info((short) info)));
  }

  /** The same with one more optional parameter of the vendor's, as text. */
  public Delivery with(int tag, String value) {
    List<OptionalParameter> more = new ArrayList<>(tlvs);
    more.add(
        new OptionalParameter.OctetString((short) tag, value.getBytes(StandardCharsets.US_ASCII)));
    return new Delivery(service, from, to, esmClass, dataCoding, octets, List.copyOf(more));
  }

  byte[] pdu(int sequence) {
    try {
      return new DefaultComposer()
          .deliverSm(
              sequence,
              service,
              INTERNATIONAL,
              ISDN,
              from,
              UNKNOWN,
              ISDN,
              to,
              (byte) esmClass,
              ZERO,
              ZERO,
              ZERO,
              (byte) dataCoding,
              octets.getBytes(),
              tlvs.toArray(OptionalParameter[]::new));
    } catch (PDUStringException tooLong) {
      throw new IllegalArgumentException("a field of deliver_sm is too long", tooLong);
    }
  }

  @Override
  public String toString() {
    return "Delivery[" + service + " esm_class " + esmClass + "]";
  }
}
