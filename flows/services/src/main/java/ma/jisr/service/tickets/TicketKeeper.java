package ma.jisr.service.tickets;

import java.time.Duration;
import ma.jisr.base.Loop;
import ma.jisr.service.keeping.Rounds;

/**
 * Who looks at tickets when they are due. Every node has one; what one has done the others find
 * done. Works on its loop.
 */
public final class TicketKeeper {
  /** Between two looks: whoever must set out is told at most so much late. */
  static final Duration PERIOD = Duration.ofSeconds(20);

  /** Most tickets of one look; more are taken up at once behind them. */
  private static final int PAGE = 200;

  private final Loop loop;
  private final Tickets tickets;
  private final Rounds rounds;

  public TicketKeeper(Loop loop, Tickets tickets) {
    this.loop = loop;
    this.tickets = tickets;
    this.rounds = new Rounds(loop, "tickets");
  }

  public void start() {
    rounds.every(PERIOD, PAGE, () -> tickets.look(loop.now(), PAGE));
  }

  /** Looks no more; what is due is found by the next process. */
  public void stop() {
    rounds.stop();
  }
}
