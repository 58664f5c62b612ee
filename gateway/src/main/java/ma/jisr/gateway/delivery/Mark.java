package ma.jisr.gateway.delivery;

import java.time.Instant;
import java.util.List;

/**
 * That one segment of a message was taken by an SMSC: what keeps it from being sent again, and what
 * its receipt is matched with. It names no number and holds no text.
 *
 * @param group the SMSC group that took it
 * @param messageId as the SMSC named it, normalised; "" where it gave no name
 * @param segment from 1
 * @param segments of the whole message
 * @param person the receiver's id
 * @param entry the outbox entry
 * @param link by which it went
 * @param at when it was taken
 * @param until when the message would have been dropped: with the entry, what it is found by
 */
public record Mark(
    String group,
    String messageId,
    int segment,
    int segments,
    String person,
    String entry,
    String link,
    Instant at,
    Instant until) {
  /** All segments of a message, however many it has. */
  static final int ALL = -1;

  /**
   * The stored id. Without a name from the SMSC the entry's own stands in: it is then sent once,
   * but no receipt finds it.
   */
  public String id() {
    return id(group, messageId.isEmpty() ? '-' + entry : messageId, segment);
  }

  /** The id of what an SMSC called so. */
  static String id(String group, String messageId, int segment) {
    return group + ':' + messageId + ':' + segment;
  }

  /**
   * The segments of a message that have been taken, bit 0 for the first; {@link #ALL} when none is
   * left.
   *
   * @param known those known before
   */
  static int taken(List<Mark> marks, String entry, int known) {
    int taken = known;
    int all = 0;
    for (Mark mark : marks) {
      if (!mark.entry().equals(entry)) continue;
      taken |= 1 << (mark.segment() - 1);
      all = (1 << mark.segments()) - 1;
    }
    return all != 0 && taken == all ? ALL : taken;
  }

  /** The id when an SMSC has given the same name twice: the second does not hide the first. */
  String idBeside() {
    return id() + ':' + entry;
  }
}
