package ma.jisr.flow.port.carry;

/** What became of a parcel that was handed to a link. */
public sealed interface Carried {
  /**
   * The network has taken all of it.
   *
   * @param segments that were paid
   */
  record Taken(int segments) implements Carried {}

  /**
   * It has not left: the link is down or full, a ceiling is reached, or its latest instant has
   * passed. Try again after a pause, as often as it is of use.
   *
   * @param why in a few words of ours
   * @param taken segments that the network has
   */
  record Held(String why, int taken) implements Carried {}

  /**
   * Refused for now: try again after a pause, a bounded number of times.
   *
   * @param status in the protocol's words
   * @param taken segments that the network has
   */
  record Later(String status, int taken) implements Carried {}

  /** Refused for good. */
  record Refused(String status) implements Carried {}

  /**
   * It may have been taken or not.
   *
   * @param taken segments that the network has for certain
   */
  record Uncertain(String status, int taken) implements Carried {}

  /** It was of no use any more before it could go. */
  record Expired() implements Carried {}
}
