package ma.jisr.service.notices.notice;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The course of a notice from draft to end: which deed is possible when. Pure. */
final class Course {
  private Course() {}

  /** Where a deed may begin. */
  static Set<State> before(Deed deed) {
    return switch (deed) {
      case READ, HISTORY, REPORT -> EnumSet.allOf(State.class);
      case WRITE -> EnumSet.noneOf(State.class);
      case CHANGE -> EnumSet.of(State.DRAFT, State.IN_REVIEW, State.APPROVED, State.SCHEDULED);
      case SUBMIT -> EnumSet.of(State.DRAFT);
      case APPROVE, SEND_BACK -> EnumSet.of(State.IN_REVIEW);
      case START -> EnumSet.of(State.APPROVED, State.SCHEDULED);
      case PAUSE -> EnumSet.of(State.SENDING);
      case RESUME -> EnumSet.of(State.PAUSED);
      case FINISH -> EnumSet.of(State.SENDING, State.PAUSED);
      case CANCEL, EXPIRE -> EnumSet.range(State.DRAFT, State.PAUSED);
      case REVIEW ->
          EnumSet.of(State.SENDING, State.PAUSED, State.DONE, State.CANCELLED, State.EXPIRED);
    };
  }

  /**
   * Where a deed leads from a state; empty when it is not possible there.
   *
   * @param second whether a second person has to agree with what is handed in
   * @param later whether its time is yet to come
   */
  static Optional<State> after(State from, Deed deed, boolean second, boolean later) {
    if (!before(deed).contains(from)) return Optional.empty();
    State ready = later ? State.SCHEDULED : State.APPROVED;
    return Optional.of(
        switch (deed) {
          case READ, HISTORY, REPORT, WRITE, REVIEW -> from;
          case CHANGE, SEND_BACK -> State.DRAFT;
          case SUBMIT -> second ? State.IN_REVIEW : ready;
          case APPROVE -> ready;
          case START, RESUME -> State.SENDING;
          case PAUSE -> State.PAUSED;
          case CANCEL -> State.CANCELLED;
          case EXPIRE -> State.EXPIRED;
          case FINISH -> State.DONE;
        });
  }
}
