package ma.jisr.flow.person;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import ma.jisr.base.Assurance;
import ma.jisr.flow.value.Value;

/**
 * One run of a flow; lives for days. A drop leaves it waiting.
 *
 * @param id ULID
 * @param reply where its texts go when no dialogue is open
 * @param assurance of the way that the person's newest words for it came
 * @param frame where it stands in its flow
 * @param callers the flows that wait for this one to end, innermost last
 * @param visits how often each {@code flow/step} has been decided anew: part of the once-key
 * @param tries wrong answers at this step
 * @param state what it waits for
 * @param cancelled whether the person cancelled while a call was pending
 * @param touched when it last moved
 */
public record Conversation(
    String id,
    Reply reply,
    Assurance assurance,
    Frame frame,
    List<Frame> callers,
    Map<String, Integer> visits,
    int tries,
    State state,
    boolean cancelled,
    Instant touched) {
  /** Deeper nesting of flows is a mistake of their authors. */
  public static final int MAX_CALLERS = 4;

  public Conversation {
    callers = List.copyOf(callers);
    visits = Map.copyOf(visits);
  }

  /** The flow that it runs, seen from outside: the outermost. */
  public String flow() {
    return callers.isEmpty() ? frame.flow() : callers.getFirst().flow();
  }

  public Conversation withReply(Reply way) {
    return new Conversation(
        id, way, assurance, frame, callers, visits, tries, state, cancelled, touched);
  }

  public Conversation withAssurance(Assurance newest) {
    return new Conversation(
        id, reply, newest, frame, callers, visits, tries, state, cancelled, touched);
  }

  public Conversation withFrame(Frame next) {
    return new Conversation(
        id, reply, assurance, next, callers, visits, tries, state, cancelled, touched);
  }

  public Conversation withCallers(List<Frame> waiting) {
    return new Conversation(
        id, reply, assurance, frame, waiting, visits, tries, state, cancelled, touched);
  }

  public Conversation withVisits(Map<String, Integer> counted) {
    return new Conversation(
        id, reply, assurance, frame, callers, counted, tries, state, cancelled, touched);
  }

  public Conversation withTries(int wrong) {
    return new Conversation(
        id, reply, assurance, frame, callers, visits, wrong, state, cancelled, touched);
  }

  public Conversation withCancelled(boolean asked) {
    return new Conversation(
        id, reply, assurance, frame, callers, visits, tries, state, asked, touched);
  }

  /** The same in another state, moved at this instant. */
  public Conversation withState(State next, Instant now) {
    return new Conversation(
        id, reply, assurance, frame, callers, visits, tries, next, cancelled, now);
  }

  /** What a conversation waits for. */
  public enum State {
    /** The person's answer. */
    ASKING,
    /** A call's answer, with the person at the phone. */
    CALLING,
    /** A call's answer, which goes by SMS: the dialogue has been told so. */
    MOVED,
    /** The dialogue's release, before a call that must not meet it. */
    RELEASING,
    /** A time or an event. */
    WAITING
  }

  /**
   * A flow on its way.
   *
   * @param flow its id
   * @param hash of the flow when it was last stepped
   * @param step where it waits
   * @param asked the type of the question that is open; empty when none is
   * @param values what steps accepted and calls answered, by name
   * @param newest the step of the newest call that has answered; empty before the first
   * @param path the ask steps gone through, for back; never crosses a finished call
   */
  public record Frame(
      String flow,
      String hash,
      String step,
      String asked,
      Map<String, Value> values,
      String newest,
      List<String> path) {
    public Frame {
      values = Map.copyOf(values);
      path = List.copyOf(path);
    }

    public Frame withValues(Map<String, Value> held) {
      return new Frame(flow, hash, step, asked, held, newest, path);
    }

    public Frame withNewest(String answered) {
      return new Frame(flow, hash, step, asked, values, answered, path);
    }

    public Frame withPath(List<String> gone) {
      return new Frame(flow, hash, step, asked, values, newest, gone);
    }
  }
}
