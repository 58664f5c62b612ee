package ma.jisr.service.tickets;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.tickets.Move.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Takes the last act at a counter back, within a minute: whoever was called waits again in their
 * place, whoever was sent away or served stands at the counter again. What its holder has done with
 * a ticket meanwhile stays.
 */
final class Undoing {
  private final TicketStore tickets;

  Undoing(TicketStore tickets) {
    this.tickets = tickets;
  }

  /** What takes it back; nothing when it is too late. */
  CompletableFuture<List<Move>> of(Desk desk, Instant now) {
    Deed last = desk.last();
    if (last == null || !isUndoable(last, now)) return CompletableFuture.completedFuture(List.of());
    return tickets
        .getAll(last.moves().stream().map(Move::ticket).toList())
        .thenApply(found -> back(last, found, desk.counter()));
  }

  private static boolean isUndoable(Deed last, Instant now) {
    return !last.undone()
        && last.act() != Act.UNDO
        && !now.isAfter(last.at().plus(TicketRules.UNDO));
  }

  private static List<Move> back(Deed last, Map<String, Ticket> found, String counter) {
    List<Move> all = new ArrayList<>();
    for (Move move : last.moves()) {
      Ticket ticket = found.get(move.ticket());
      if (ticket == null) continue;
      Kind back = back(move.kind(), ticket, counter);
      if (back != null) all.add(Move.of(back, ticket));
    }
    return all;
  }

  private static @Nullable Kind back(Kind kind, Ticket ticket, String counter) {
    boolean here = ticket.state().atCounter() && ticket.counter().equals(counter);
    return switch (kind) {
      case CALLED -> here ? Kind.UNCALLED : null;
      case SERVED -> ticket.state() == State.SERVED ? Kind.RESUMED : null;
      case MISSED ->
          ticket.state().inLine() || ticket.state() == State.NO_SHOW ? Kind.RESUMED : null;
      case RECALLED, ARRIVED, UNCALLED, RESUMED -> null;
    };
  }
}
