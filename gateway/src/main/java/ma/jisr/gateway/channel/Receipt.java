package ma.jisr.gateway.channel;

import java.time.Instant;

/**
 * A delivery receipt.
 *
 * @param link that brought it
 * @param messageId normalised as in {@link Sent.Taken}
 * @param state the final state
 * @param error the network's code, "" where none
 * @param at when received
 */
public record Receipt(String link, String messageId, State state, String error, Instant at) {
  /** SMPP 3.4 5.2.28 message_state. */
  public enum State {
    ENROUTE,
    DELIVERED,
    EXPIRED,
    DELETED,
    UNDELIVERABLE,
    ACCEPTED,
    UNKNOWN,
    REJECTED
  }
}
