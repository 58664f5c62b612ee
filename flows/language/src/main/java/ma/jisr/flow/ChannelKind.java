package ma.jisr.flow;

/** The kinds of channel that a conversation can be carried by. */
public enum ChannelKind {
  /**
   * A dialogue of screens and short answers; the network ends it; answers go back on the same path
   * only.
   */
  USSD,
  /** Messages of one or more segments; stored and forwarded. */
  SMS,
  /** A chat platform. */
  CHAT
}
