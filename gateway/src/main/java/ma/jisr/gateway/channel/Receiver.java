package ma.jisr.gateway.channel;

/**
 * Who takes what the channels bring: the session engine. Called on the channel's loop; never
 * blocks.
 */
public interface Receiver {
  /**
   * Takes a message or a dialogue event; the acknowledgement is called exactly once, at once or
   * late, on any thread.
   */
  void accept(Inbound inbound, Acknowledgement acknowledgement);

  /**
   * Takes one part of a longer message. It is accepted as soon as it is durable; the one that makes
   * the message complete when the whole is.
   */
  void part(Fragment fragment, Acknowledgement acknowledgement);

  /** Takes a delivery receipt. */
  void receipt(Receipt receipt, Acknowledgement acknowledgement);
}
