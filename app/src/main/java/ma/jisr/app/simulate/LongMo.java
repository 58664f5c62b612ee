package ma.jisr.app.simulate;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import ma.jisr.base.Address;
import ma.jisr.gateway.channel.Alphabet;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.session.Keys;

/** An MO of several parts, as the SMSC holds it: each is delivered until it is acknowledged. */
final class LongMo {
  /** Characters of a part: fewer than on air, so that three minutes see more parts. */
  private static final int ROOM = 40;

  /** Characters that tell words from others: the rest of a mark says when and by whom. */
  private static final int WORDS = 16;

  private final String id;
  private final Address from;
  private final int reference;
  private final List<byte[]> octets = new ArrayList<>();
  private final boolean[] done;
  private final boolean[] acknowledged;
  private final Mo whole;

  LongMo(Handset handset, int reference, String text, Keys keys) {
    this.from = handset.address();
    this.reference = reference;
    this.id = handset.nextId();
    byte[] all = text.getBytes(ISO_8859_1);
    for (int at = 0; at < all.length; at += ROOM)
      octets.add(Arrays.copyOfRange(all, at, Math.min(all.length, at + ROOM)));
    this.done = new boolean[octets.size()];
    this.acknowledged = new boolean[octets.size()];
    this.whole = new Mo(handset.inbound(id, text), words(keys, all));
  }

  /** What the gateway calls it, as far as the words go. */
  private String words(Keys keys, byte[] all) {
    String shared =
        from.scheme()
            + ':'
            + from.value()
            + '|'
            + Rehearsal.SMS_CODE
            + '|'
            + reference
            + '|'
            + octets.size()
            + '|'
            + Alphabet.LATIN1.name();
    byte[] set = keys.mark("parts", shared).getBytes(ISO_8859_1);
    byte[] both = Arrays.copyOf(set, set.length + all.length);
    System.arraycopy(all, 0, both, set.length, all.length);
    return keys.words(both).substring(0, WORDS);
  }

  /** What a mark of the gateway's says of the words; the same mark when it is of another kind. */
  static String words(String mark) {
    return mark.length() == WORDS + 10 ? mark.substring(0, WORDS) : mark;
  }

  /** The message that its parts make. */
  Mo whole() {
    return whole;
  }

  int parts() {
    return octets.size();
  }

  Fragment part(int index, Instant at) {
    return new Fragment(
        SimLink.ID,
        from,
        Rehearsal.SMS_CODE,
        reference,
        octets.size(),
        index + 1,
        Alphabet.LATIN1,
        octets.get(index),
        at);
  }

  /** The gateway has acknowledged a part. */
  void acknowledged(int index) {
    acknowledged[index] = true;
  }

  /** Whether it has acknowledged them all. */
  boolean isAcknowledged() {
    for (boolean one : acknowledged) if (!one) return false;
    return true;
  }

  /** The SMSC has our answer to a part. */
  void done(int index) {
    done[index] = true;
  }

  boolean isDone(int index) {
    return done[index];
  }
}
