package ma.jisr.flow.port.carry;

/** What a receipt says has become of a message. */
public enum Fate {
  /** It has reached the phone. */
  DELIVERED,
  /** It has reached nobody and never will. */
  LOST,
  /** The network has it still, or does not know. */
  UNDER_WAY
}
