package ma.jisr.app.wiring;

import java.time.Duration;
import ma.jisr.base.Loop;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.Undelivered;
import ma.jisr.service.keeping.Rounds;
import ma.jisr.service.tickets.TicketCollections;
import ma.jisr.service.tickets.TicketKeeper;
import ma.jisr.service.tickets.Tickets;
import ma.jisr.store.Store;

/** The queues of a running node: who is due is looked at, what is old is deleted. On its loop. */
final class TicketKeeping {
  /** Between two deletions, a slice each. */
  private static final Duration PERIOD = Duration.ofMinutes(5);

  private TicketKeeping() {}

  /** Starts it; what it has to stop is pushed. */
  static void start(Loop loop, Store store, Tickets tickets, Stopping stopping) {
    TicketKeeper keeper = new TicketKeeper(loop, tickets);
    Rounds rounds = new Rounds(loop, "old tickets");
    keeper.start();
    rounds.every(PERIOD, () -> TicketCollections.expire(store, loop.now()));
    stopping.pushClose("the tickets' keeper", keeper::stop);
    stopping.pushClose("the tickets' retention", rounds::stop);
  }

  /** Staff see whose message has reached nobody: a hint, not waited for. */
  static Undelivered undelivered(Tickets tickets, Keys keys) {
    return (person, mark) -> {
      var unused = tickets.undelivered(person, key -> keys.handed(key).equals(mark));
    };
  }
}
