package ma.jisr.service.tickets;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * What follows from a ticket's end, in other documents: it is crossed out with its holder, its slot
 * is free again, its time is learnt from. All of it may be repeated, and is made up for when it is
 * missing: a guard is compared with its tickets, a slot in the past has no use.
 */
final class Aftermath {
  private final Guards guards;
  private final SlotBook slots;
  private final Paces paces;

  Aftermath(Guards guards, SlotBook slots, Paces paces) {
    this.guards = guards;
    this.slots = slots;
    this.paces = paces;
  }

  /** A ticket that has ended, however. */
  CompletableFuture<Void> ended(Ticket ticket, Instant now) {
    CompletableFuture<Void> released = guards.release(ticket, now);
    Slot slot = ticket.wish().slot();
    if (slot == null || !slot.from().isAfter(now)) return released;
    return released.thenCompose(_ -> slots.release(ticket));
  }

  /** What an act of staff has left behind it. */
  CompletableFuture<Void> of(List<Move> moves, Map<String, Ticket> after, Instant now) {
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (Move move : moves) {
      Ticket ticket = after.get(move.ticket());
      if (ticket == null) continue;
      if (move.kind() == Move.Kind.SERVED || move.kind() == Move.Kind.MISSED) learn(ticket, now);
      if (!ticket.state().open()) all = all.thenCompose(_ -> ended(ticket, now));
      if (move.kind() == Move.Kind.RESUMED) all = all.thenCompose(_ -> guards.restore(ticket, now));
    }
    return all;
  }

  /** Beside: nobody waits for statistics, and a turn that is not learnt from is one of many. */
  private void learn(Ticket ticket, Instant now) {
    Instant called = ticket.at().get(State.CALLED);
    if (called == null) return;
    var unused = paces.learn(ticket, called, now);
  }
}
