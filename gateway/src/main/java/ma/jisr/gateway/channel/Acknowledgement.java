package ma.jisr.gateway.channel;

/**
 * The late answer to what a channel brought, in the protocol's own words (deliver_sm_resp, HTTP 200
 * or 429).
 */
public interface Acknowledgement {
  /** It is durable: it cannot be lost any more. */
  void accepted();

  /** It was not kept: the peer should send it again later (ESME_RTHROTTLED, HTTP 429). */
  void busy();

  /**
   * It waits for earlier inputs of the same person, or for what became of the reply to one: how
   * long it takes says nothing of how busy we are.
   */
  default void queued() {}
}
