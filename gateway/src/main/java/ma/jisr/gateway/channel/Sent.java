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
   * It has not left: the link is down, its queue is full, or its latest instant has passed. Try
   * again after a pause, or elsewhere.
   *
   * @param taken segments that the peer has, as in {@link Outbound#taken}
   */
  record Held(String status, int taken) implements Sent {
    public Held(String status) {
      this(status, 0);
    }
  }

  /**
   * Refused for now (throttled, queue full, system error): try again after a pause, a bounded
   * number of times.
   *
   * @param taken segments that the peer has, as in {@link Outbound#taken}
   */
  record Later(String status, int taken) implements Sent {
    public Later(String status) {
      this(status, 0);
    }
  }

  /** Refused for good: the status in the protocol's words. */
  record Refused(String status) implements Sent {}

  /**
   * No answer in time or the connection died: it may or may not have been taken.
   *
   * @param taken segments that the peer has for certain, as in {@link Outbound#taken}
   */
  record Uncertain(String status, int taken) implements Sent {
    public Uncertain(String status) {
      this(status, 0);
    }
  }

  /** It was of no use any more before it could go. */
  record Expired() implements Sent {}

  /** The dialogue it belonged to is gone, or its deadline has passed: nobody has seen it. */
  record Unseen(String status) implements Sent {}

  /** The outcome in one word, with the protocol's status where there is one. */
  static String name(Sent sent) {
    return switch (sent) {
      case Taken taken -> "taken";
      case Held held -> "held: " + held.status();
      case Later later -> "later: " + later.status();
      case Refused refused -> "refused: " + refused.status();
      case Uncertain uncertain -> "uncertain: " + uncertain.status();
      case Expired expired -> "expired";
      case Unseen unseen -> "unseen: " + unseen.status();
    };
  }
}
