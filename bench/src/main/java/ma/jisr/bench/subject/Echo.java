package ma.jisr.bench.subject;

import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * What both echoes answer: one fixed text, whatever came. A USSD screen asks until the answer comes
 * that ends the script; nothing is understood, nothing kept.
 */
final class Echo {
  private static final short USSD_OP = 0x0501;
  private static final short ITS_SESSION = 0x1383;
  private static final byte ASK = 2;
  private static final byte END = 17;

  private final byte[] text;
  private final byte[] last;

  /**
   * @param text the reply
   * @param last the answer after which a dialogue is over
   */
  Echo(String text, String last) {
    this.text = text.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
    this.last = last.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
  }

  byte[] text() {
    return text;
  }

  /** The TLVs of the reply: of a USSD message the service operation and the session echoed. */
  OptionalParameter[] tlvs(DeliverSm deliver) {
    OptionalParameter op = tlv(deliver, USSD_OP);
    if (op == null) return new OptionalParameter[0];
    boolean over = java.util.Arrays.equals(deliver.getShortMessage(), last);
    OptionalParameter answer = new OptionalParameter.Byte(USSD_OP, over ? END : ASK);
    OptionalParameter session = tlv(deliver, ITS_SESSION);
    return session == null
        ? new OptionalParameter[] {answer}
        : new OptionalParameter[] {answer, session};
  }

  private static @Nullable OptionalParameter tlv(DeliverSm deliver, short tag) {
    OptionalParameter[] all = deliver.getOptionalParameters();
    if (all == null) return null;
    for (OptionalParameter each : all) if (each.tag == tag) return each;
    return null;
  }
}
