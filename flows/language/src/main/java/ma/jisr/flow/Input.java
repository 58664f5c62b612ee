package ma.jisr.flow;

import ma.jisr.flow.operation.OperationResult;
import ma.jisr.flow.person.Reply;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.signal.Notice;
import org.jspecify.annotations.Nullable;

/** What moves a person's conversations: one of these is one turn. */
public sealed interface Input {
  /**
   * A USSD dialogue begins: the string that was dialled, such as {@code *585*1*1042#}. It
   * supersedes an open one.
   *
   * @param here where the network says that the phone is, as it could be typed in answer to the
   *     question for a place; "" where it says nothing
   */
  record Begin(Via via, String dialled, String here) implements Input {
    public Begin(Via via, String dialled) {
      this(via, dialled, "");
    }
  }

  /**
   * The person typed something: a USSD answer, an SMS, a chat message.
   *
   * @param here as with {@link Begin}
   */
  record Said(Via via, String text, String here) implements Input {
    public Said(Via via, String text) {
      this(via, text, "");
    }
  }

  /**
   * The dialogue is gone (the handset or the network released it, or it timed out); its screen may
   * not have been seen.
   */
  record Closed(String dialogue, Reason reason) implements Input {}

  /** A call has been answered, whenever that was: within what its operation has declared. */
  record Answered(String call, OperationResult result) implements Input {}

  /** A query did not answer in time or failed; a command never fails, it is repeated. */
  record Unanswered(String call) implements Input {}

  /** A timer of the person's is due; one that is no longer in the document is a no-op. */
  record Fired(String timer) implements Input {}

  /** A service raised an event that a {@code wait} may be waiting for, or will be. */
  record Raised(Event event) implements Input {}

  /**
   * A service, or somebody else's conversation, has something to tell.
   *
   * @param way where it goes when the person has not been heard on any link; null for nowhere
   */
  record Told(Notice notice, @Nullable Reply way) implements Input {}

  /** Why a dialogue ended. */
  enum Reason {
    /** The person pressed "end", or the phone lost the network. */
    RELEASED,
    /** Nobody answered within the link's idle time, or the session's time was up. */
    TIMED_OUT,
    /** The network or the gateway reported an error. */
    FAILED
  }
}
