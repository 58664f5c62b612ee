package ma.jisr.gateway.channel;

import java.util.List;

/** What became of an outbound text. */
public sealed interface Sent {
  /**
   * The peer took every segment; its message ids in order, normalised (may be empty where the link
   * gives none).
   */
  record Taken(List<String> messageIds) implements Sent {
    public Taken {
      messageIds = List.copyOf(messageIds);
    }
  }

  /**
   * Refused for now (throttled, queue full, system error) or the link is down: try again after a
   * pause.
   */
  record Later(String status) implements Sent {}

  /** Refused for good: the status in the protocol's words. */
  record Refused(String status) implements Sent {}

  /** No answer in time or the connection died: it may or may not have been taken. */
  record Uncertain(String status) implements Sent {}

  /** The dialogue it belonged to is gone, or its deadline has passed: nobody has seen it. */
  record Unseen(String status) implements Sent {}
}
