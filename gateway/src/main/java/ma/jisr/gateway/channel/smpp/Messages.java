package ma.jisr.gateway.channel.smpp;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import ma.jisr.base.text.SegmentReference;
import ma.jisr.base.text.Segments;
import ma.jisr.gateway.channel.Outbound;

/** The writing of short messages as submit_sm, in as many segments as they need. */
final class Messages {
  private static final byte UDH = 0x40;
  private static final byte UNKNOWN = 0;
  private static final byte INTERNATIONAL = 1;
  private static final byte ALPHANUMERIC = 5;
  private static final byte E164 = 1;

  private final SmppLink link;
  private final SmsText text;

  Messages(SmppLink link) {
    this.link = link;
    this.text = new SmsText(link.text().latin1());
  }

  /** How many segments the text takes. */
  int count(String words) {
    return Segments.of(words).count();
  }

  /** The segments in order. */
  List<Submit> write(Outbound message, Instant now) {
    String validity = link.text().validity() ? Validity.until(message.until(), now) : "";
    boolean ucs2 = text.needsUcs2(message.text());
    List<String> parts = Segments.split(message.text(), SegmentReference.EIGHT_BIT);
    List<Submit> submits = new ArrayList<>(parts.size());
    // The same at every try, by every node: parts that go later join those that went before.
    int reference = message.id().hashCode();
    for (int i = 0; i < parts.size(); i++) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      if (parts.size() > 1) {
        body.writeBytes(SegmentReference.EIGHT_BIT.header(reference, i + 1, parts.size()));
      }
      body.writeBytes(text.write(parts.get(i), ucs2));
      submits.add(submit(message, validity, parts.size() > 1 ? UDH : 0, ucs2, body.toByteArray()));
    }
    return submits;
  }

  private Submit submit(
      Outbound message, String validity, byte esmClass, boolean ucs2, byte[] body) {
    boolean name = message.code().chars().anyMatch(Character::isLetter);
    return new Submit(
        "",
        message.code(),
        name ? ALPHANUMERIC : UNKNOWN,
        name ? 0 : E164,
        INTERNATIONAL,
        E164,
        message.to().value(),
        esmClass,
        validity,
        link.text().receipts(),
        (byte) (ucs2 ? SmsText.UCS2 : SmsText.DEFAULT),
        body,
        Map.of());
  }
}
