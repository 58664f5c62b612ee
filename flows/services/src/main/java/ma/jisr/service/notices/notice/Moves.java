package ma.jisr.service.notices.notice;

import static ma.jisr.map.ledger.JsonFields.lower;

import java.util.Optional;
import java.util.function.UnaryOperator;
import ma.jisr.map.ledger.Next;

/** A deed done to a notice, if its state lets it. */
final class Moves {
  private Moves() {}

  static Next<Notice> of(Notice notice, Deed deed, boolean later, UnaryOperator<Edition> change) {
    return of(notice, deed, false, later, change);
  }

  /**
   * @param second whether a second person has to agree with what is handed in
   * @param later whether its time is yet to come
   * @param change of what else changes
   */
  static Next<Notice> of(
      Notice notice, Deed deed, boolean second, boolean later, UnaryOperator<Edition> change) {
    Optional<State> next = Course.after(notice.state(), deed, second, later);
    if (next.isEmpty())
      return Next.not("state: it is " + lower(notice.state()) + ", and cannot " + word(deed));
    return Next.is(change.apply(notice.edit().state(next.get())).done());
  }

  private static String word(Deed deed) {
    return switch (deed) {
      case START -> "be started";
      case SUBMIT -> "be handed in";
      case APPROVE -> "be approved";
      case SEND_BACK -> "be sent back";
      case PAUSE -> "be paused";
      case RESUME -> "be resumed";
      case CANCEL -> "be cancelled";
      case EXPIRE -> "expire";
      case FINISH -> "be finished";
      case REVIEW -> "be reviewed";
      case CHANGE -> "be changed";
      case READ, HISTORY, REPORT, WRITE -> "be this";
    };
  }
}
