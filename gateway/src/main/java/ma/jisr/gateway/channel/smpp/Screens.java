package ma.jisr.gateway.channel.smpp;

import java.util.LinkedHashMap;
import java.util.Map;

/** The writing of USSD screens as submit_sm. */
final class Screens {
  private static final int BITS_OF_SEPTET = 7;
  private static final int BITS_OF_OCTET = 8;

  private final SmppLink link;
  private final SmsText text;

  Screens(SmppLink link) {
    this.link = link;
    this.text = new SmsText(link.text().latin1());
  }

  /** Whether the screen fits the link's octets: seven bits a GSM-7 character on the air. */
  boolean fits(String words) {
    boolean ucs2 = text.needsUcs2(words);
    int octets = text.write(words, ucs2).length;
    int onAir = ucs2 ? octets : (octets * BITS_OF_SEPTET + BITS_OF_OCTET - 1) / BITS_OF_OCTET;
    return onAir <= link.ussd().screen();
  }

  /**
   * The screen, addressed as the newest input was, with its session TLVs unchanged.
   *
   * @param last whether it ends the dialogue
   */
  Submit write(Dialogue dialogue, String words, boolean last) {
    Deliver input = dialogue.last();
    boolean ucs2 = text.needsUcs2(words);
    UssdProfile profile = link.ussd().profile();
    Map<Integer, byte[]> tlvs = new LinkedHashMap<>();
    tlvs.put(Tlvs.USSD_SERVICE_OP, new byte[] {last ? profile.end() : profile.ask()});
    echo(input, Tlvs.ITS_SESSION_INFO, tlvs);
    echo(input, Tlvs.USER_MESSAGE_REFERENCE, tlvs);
    return new Submit(
        "USSD",
        input.to(),
        input.toTon(),
        input.toNpi(),
        input.fromTon(),
        input.fromNpi(),
        input.from(),
        (byte) 0,
        "",
        false,
        (byte) (ucs2 ? SmsText.UCS2 : SmsText.DEFAULT),
        text.write(words, ucs2),
        tlvs);
  }

  private static void echo(Deliver input, int tag, Map<Integer, byte[]> tlvs) {
    byte[] value = input.tlvs().get(tag);
    if (value != null) {
      tlvs.put(tag, value);
    }
  }
}
