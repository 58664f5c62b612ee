package ma.jisr.app.simulate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.session.Keys;

/**
 * An SMS as SMPP brings it: nothing but its words tells it from another, and the link knows no more
 * than when a message first came by it.
 */
final class PlainMo {
  private static final String DIGITS =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

  /** Characters of a mark that tell words, and those behind it that tell when. */
  private static final int WORDS = 16;

  private static final int HEARD = WORDS + 7;

  private final Inbound inbound;
  private final byte[] octets;
  private final String words;
  private final Map<SimProcess, Instant> first = new HashMap<>();

  PlainMo(Inbound inbound, Keys keys) {
    this.inbound = inbound;
    this.octets = (inbound.from().value() + ' ' + inbound.text()).getBytes(ISO_8859_1);
    this.words = keys.words(octets).substring(0, WORDS);
  }

  String id() {
    return inbound.id();
  }

  /** What the subscriber is called in this world. */
  String from() {
    return inbound.id().substring(0, inbound.id().indexOf('.'));
  }

  String words() {
    return words;
  }

  /** When it first came to this process, which is now if it never has. */
  Instant first(SimProcess process) {
    return first.computeIfAbsent(process, SimProcess::now);
  }

  /** Whether it has come to this process before, by a connection that is gone. */
  boolean came(SimProcess process) {
    return first.containsKey(process);
  }

  /** This process has refused it, and never heard it before: what comes again is new. */
  void refused(SimProcess process) {
    first.remove(process);
  }

  Inbound inbound(Instant at) {
    return new Inbound(
        inbound.id(),
        inbound.link(),
        inbound.act(),
        inbound.from(),
        inbound.code(),
        inbound.text(),
        null,
        null,
        inbound.assurance(),
        at,
        octets,
        "");
  }

  /** What the gateway calls it, but for who heard it. */
  String mark(Instant at) {
    char[] mark = new char[HEARD];
    words.getChars(0, WORDS, mark, 0);
    long millis = at.toEpochMilli();
    for (int i = HEARD - 1; i >= WORDS; i--, millis >>>= 6)
      mark[i] = DIGITS.charAt((int) (millis & 0x3f));
    return new String(mark);
  }

  /** The same of a mark of the gateway's. */
  static String heard(String mark) {
    return mark.substring(0, Math.min(mark.length(), HEARD));
  }
}
