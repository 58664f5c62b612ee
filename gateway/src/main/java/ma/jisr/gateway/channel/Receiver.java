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

  /**
   * Told of every segment of a message that the peer has taken, before the outcome of the whole: a
   * crash must not send it again.
   */
  void taken(Taken segment);

  /**
   * Told when a link can send again: it is bound, its peer speaks after a silence, or its queue,
   * which was full, is half empty. What it gave back as held may be given to it now.
   */
  void ready(String link);

  /** Takes a delivery receipt. */
  void receipt(Receipt receipt, Acknowledgement acknowledgement);
}
