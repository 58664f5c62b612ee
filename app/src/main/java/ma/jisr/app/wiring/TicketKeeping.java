package ma.jisr.app.wiring;

import java.time.Duration;
import ma.jisr.base.Loop;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.Undelivered;
import ma.jisr.service.tickets.TicketCollections;
import ma.jisr.service.tickets.TicketKeeper;
import ma.jisr.service.tickets.Tickets;
import ma.jisr.store.Store;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The queues of a running node: who is due is looked at, what is old is deleted. On its loop. */
final class TicketKeeping {
  /** Between two deletions, a slice each. */
  private static final Duration PERIOD = Duration.ofMinutes(5);

  private static final Logger LOG = LoggerFactory.getLogger(TicketKeeping.class);

  private final Loop loop;
  private final Store store;
  private boolean stopped;

  private TicketKeeping(Loop loop, Store store) {
    this.loop = loop;
    this.store = store;
  }

  /** Starts it; what it has to stop is pushed. */
  static void start(Loop loop, Store store, Tickets tickets, Stopping stopping) {
    TicketKeeper keeper = new TicketKeeper(loop, tickets);
    TicketKeeping keeping = new TicketKeeping(loop, store);
    keeper.start();
    loop.execute(keeping::expire);
    stopping.pushClose("the tickets' keeper", keeper::stop);
    stopping.pushClose("the tickets' retention", () -> loop.execute(keeping::stop));
  }

  /** Staff see whose message has reached nobody: a hint, not waited for. */
  static Undelivered undelivered(Tickets tickets, Keys keys) {
    return (person, mark) -> {
      var unused = tickets.undelivered(person, key -> keys.handed(key).equals(mark));
    };
  }

  private void stop() {
    stopped = true;
  }

  private void expire() {
    if (stopped) return;
    loop.when(
        TicketCollections.expire(store, loop.now()),
        (deleted, failure) -> {
          if (failure != null)
            LOG.warn("old tickets were not deleted: {}", failure.getClass().getSimpleName());
          Loop.Cancel unused = loop.after(PERIOD, this::expire);
        });
  }
}
