package ma.jisr.flow.port.carry;

import java.time.Instant;

/**
 * A parcel that may have been sent.
 *
 * @param id its own
 * @param number of its receiver, E.164 without the plus
 * @param until as it was sent: marks are kept under it
 * @param sent the earliest instant at which it can have gone
 */
public record Tracked(String id, String number, Instant until, Instant sent) {
  @Override
  public String toString() {
    return "Tracked[" + id + "]";
  }
}
