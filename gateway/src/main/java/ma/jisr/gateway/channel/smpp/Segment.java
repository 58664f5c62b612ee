package ma.jisr.gateway.channel.smpp;

import java.time.Instant;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One submit_sm of a message on its way: composed, unnumbered, and what to do with its outcome. */
final class Segment {
  /** The order in which the segments of a link were given. */
  static final Comparator<Segment> ORDER = Comparator.comparingLong(s -> s.serial);

  private final long serial;
  private final Sending message;
  private final byte[] pdu;
  private final int index;
  private final @Nullable Connection only;
  private int tried;

  /**
   * @param serial rises with every segment of the link
   * @param index of the segment in its message, from 0
   * @param only the connection it is bound to; null: any
   */
  Segment(long serial, Sending message, byte[] pdu, int index, @Nullable Connection only) {
    this.serial = serial;
    this.message = message;
    this.pdu = pdu;
    this.index = index;
    this.only = only;
  }

  /** The octets, which are being written now. */
  byte[] pdu() {
    tried++;
    message.written();
    return pdu;
  }

  /** It was throttled, and waits for another try. */
  void backInQueue() {
    message.backInQueue();
  }

  int tried() {
    return tried;
  }

  /** Whether it is not to be sent (any more): its message has been decided, or is too old. */
  boolean withdrawn(Instant now) {
    if (!message.withdrawn()) {
      message.check(now);
    }
    return message.withdrawn();
  }

  /** Whether the path it needs still stands; otherwise nobody has seen it. */
  boolean mayUse(Connection to) {
    boolean stands = only == null || only == to || !only.ended();
    if (!stands) {
      message.unseen("the bind it belonged to has ended");
    }
    return stands;
  }

  void unsent(String why) {
    message.unsent(why);
  }

  void settled(Response outcome) {
    message.segment(index, outcome);
  }
}
