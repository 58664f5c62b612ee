package ma.jisr.gateway.channel.smpp;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Bodies of deliver_sm in hexadecimal, laid out by hand after SMPP 3.4 4.6.1. */
final class Bodies {
  static final String PERSON = "212661000001";

  private Bodies() {}

  static String ascii(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** A short message from {@link #PERSON} to 2121. */
  static String sms(String text) {
    return deliver("", PERSON, "2121", 0, 0, ascii(text), "");
  }

  /** A step of a dialogue on *585#, session number {@code session}. */
  static String ussd(int op, String text, int session) {
    String its = session < 0 ? "" : "13830002%02x00".formatted(session);
    return deliver("USSD", PERSON, "*585#", 0, 0, ascii(text), "05010001%02x".formatted(op) + its);
  }

  static String deliver(
      String service, String from, String to, int esm, int coding, String bodyHex, String tlvs) {
    return ascii(service)
        + "000101"
        + ascii(from)
        + "000001"
        + ascii(to)
        + "00%02x00000000".formatted(esm)
        + "0000%02x00%02x".formatted(coding, bodyHex.length() / 2)
        + bodyHex
        + tlvs;
  }
}
