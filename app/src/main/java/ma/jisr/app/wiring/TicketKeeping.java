package ma.jisr.app.wiring;

import ma.jisr.base.Loop;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.Undelivered;
import ma.jisr.service.tickets.TicketKeeper;
import ma.jisr.service.tickets.Tickets;

/** The queues of a running node: who is due is looked at. On its loop. */
final class TicketKeeping {
  private TicketKeeping() {}

  /** Starts it; what it has to stop is pushed. */
  static void start(Loop loop, Tickets tickets, Stopping stopping) {
    TicketKeeper keeper = new TicketKeeper(loop, tickets);
    keeper.start();
    stopping.pushClose("the tickets' keeper", keeper::stop);
  }

  /** Staff see whose message has reached nobody: a hint, not waited for. */
  static Undelivered undelivered(Tickets tickets, Keys keys) {
    return (person, mark) -> {
      var unused = tickets.undelivered(person, key -> keys.handed(key).equals(mark));
    };
  }
}
