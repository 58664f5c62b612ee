package ma.jisr.service.tickets;

import java.time.Duration;
import ma.jisr.base.Loop;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who looks at tickets when they are due. Every node has one; what one has done the others find
 * done. Works on its loop.
 */
public final class TicketKeeper {
  /** Between two looks: whoever must set out is told at most so much late. */
  static final Duration PERIOD = Duration.ofSeconds(20);

  /** Most tickets of one look; more are taken up at once behind them. */
  private static final int PAGE = 200;

  private static final Logger LOG = LoggerFactory.getLogger(TicketKeeper.class);

  private final Loop loop;
  private final Tickets tickets;
  private boolean stopped;

  public TicketKeeper(Loop loop, Tickets tickets) {
    this.loop = loop;
    this.tickets = tickets;
  }

  public void start() {
    loop.execute(this::look);
  }

  /** Looks no more; what is due is found by the next process. */
  public void stop() {
    loop.execute(() -> stopped = true);
  }

  private void look() {
    if (stopped) return;
    loop.when(
        tickets.look(loop.now(), PAGE),
        (looked, failure) -> {
          if (failure != null)
            LOG.warn("tickets that are due wait: {}", failure.getClass().getSimpleName());
          boolean more = looked != null && looked == PAGE;
          if (more) loop.execute(this::look);
          else {
            Loop.Cancel unused = loop.after(PERIOD, this::look);
          }
        });
  }
}
