package ma.jisr.service.tickets;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.tickets.TicketStore.Changed;

/**
 * Makes the moves of staff on tickets: each once for its call, and only on a ticket that still is
 * as it was when the move was decided. Callable from any thread.
 */
final class Moves {
  private final TicketStore tickets;
  private final Notices notices;

  Moves(TicketStore tickets, Notices notices) {
    this.tickets = tickets;
    this.notices = notices;
  }

  /** What became of a move: the ticket behind it, or empty when others were quicker. */
  CompletableFuture<Optional<Ticket>> make(Deed deed, Move move, String counter, Instant now) {
    return tickets
        .change(
            move.ticket(),
            deed.key() + ':' + move.seq(),
            now,
            edit -> {
              if (edit.did(deed.key()) || edit.before().seq() != move.seq()) return false;
              edit(edit.by(deed.key()), move, counter);
              return true;
            })
        .thenApply(
            found ->
                found.map(Changed::ticket).filter(ticket -> ticket.keys().contains(deed.key())));
  }

  private void edit(Edit edit, Move move, String counter) {
    Ticket before = edit.before();
    switch (move.kind()) {
      case CALLED -> {
        Told what = before.missed() > 0 ? Told.RECALLED : Told.CALLED;
        edit.to(State.CALLED).counter(counter).tell(what, notices, 0, 0);
      }
      case RECALLED -> edit.tell(Told.RECALLED, notices, 0, 0);
      case ARRIVED -> edit.to(State.SERVING);
      case SERVED -> edit.to(State.SERVED);
      case MISSED -> missed(edit, move);
      case UNCALLED ->
          edit.to(State.NEAR)
              .turn(move.turn())
              .tell(Told.MOVED, notices, move.ahead(), move.minutes());
      case RESUMED -> resumed(edit, counter);
    }
  }

  private void missed(Edit edit, Move move) {
    int times = edit.before().missed() + 1;
    edit.missed(times);
    if (times > 1) edit.to(State.NO_SHOW).tell(Told.RETURNED, notices, 0, 0);
    else
      edit.to(State.NEAR).turn(move.turn()).tell(Told.MOVED, notices, move.ahead(), move.minutes());
  }

  /** Back at the counter; who was told that their place is gone, or later, is told to come. */
  private void resumed(Edit edit, String counter) {
    Ticket before = edit.before();
    boolean served = before.state() == State.SERVED;
    Instant called = before.at().get(State.CALLED);
    edit.to(State.CALLED).counter(counter).due(Days.end(before.wish().day()));
    if (served && called != null) edit.since(State.CALLED, called);
    if (served) return;
    edit.missed(Math.max(0, before.missed() - 1)).tell(Told.RECALLED, notices, 0, 0);
  }
}
