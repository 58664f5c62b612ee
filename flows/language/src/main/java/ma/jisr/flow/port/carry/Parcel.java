package ma.jisr.flow.port.carry;

import java.time.Instant;
import ma.jisr.flow.Urgency;

/**
 * One text to one number. Personal data; {@link #toString()} shows none.
 *
 * @param id unique for ever, the same at every try: at most 64 letters, digits and hyphens
 * @param person the receiver's id: under its pseudonym the message log tells of it
 * @param number E.164 without the plus
 * @param link by which it goes
 * @param code from which it comes; "" for the link's own
 * @param text final
 * @param urgency EMERGENCY passes every ceiling, BULK none
 * @param feature whose ceiling of the day it counts for
 * @param latest when it is given back if it has not gone
 * @param until when it is of no use any more: the network is told so
 * @param taken segments that an SMSC has already, bit 0 for the first: they are not sent again
 */
public record Parcel(
    String id,
    String person,
    String number,
    String link,
    String code,
    String text,
    Urgency urgency,
    String feature,
    Instant latest,
    Instant until,
    int taken) {
  /** What its marks and receipts are found by. */
  public Tracked tracked(Instant sent) {
    return new Tracked(id, number, until, sent);
  }

  @Override
  public String toString() {
    return "Parcel[" + id + "]";
  }
}
