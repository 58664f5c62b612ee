package ma.jisr.gateway.channel;

import java.time.Instant;
import ma.jisr.base.Address;

/**
 * One part of a message that is longer than its channel carries at once (TS 23.040 9.2.3.24.1).
 * Holds personal data: {@link #toString()} shows none.
 *
 * @param link that brought it
 * @param from the person's address
 * @param code the short code it was sent to
 * @param reference that all parts of the message share, 0 to 65,535
 * @param total parts of the message, 2 to {@link #MOST}
 * @param number of this part, from 1
 * @param alphabet of the octets; all parts of a message have the same
 * @param octets of the text, without any header; a character may go on in the next part
 * @param at when it was received
 */
@SuppressWarnings("ArrayRecordComponent") // octets of the wire, compared by Arrays.equals only
public record Fragment(
    String link,
    Address from,
    String code,
    int reference,
    int total,
    int number,
    Alphabet alphabet,
    byte[] octets,
    Instant at) {
  /** Most parts of one message: 2,448 characters. Handsets stop at 6 to 10. */
  public static final int MOST = 16;

  public Fragment {
    if (total < 2 || total > MOST || number < 1 || number > total)
      throw new IllegalArgumentException("part " + number + " of " + total);
  }

  @Override
  public String toString() {
    return "Fragment[" + number + " of " + total + " on " + link + "]";
  }
}
