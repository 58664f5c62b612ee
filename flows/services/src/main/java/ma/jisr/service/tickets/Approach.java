package ma.jisr.service.tickets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.shops.Nearness;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopService;

/**
 * Tells those whose turn comes near, by position or by minutes, whichever is first, with the time
 * that they need to come. Told once, whoever looks: the ticket's own write decides. Callable from
 * any thread.
 */
final class Approach {
  /** How far into a line it is looked after each call: beyond it nobody is told by minutes yet. */
  private static final int DEPTH = 48;

  private final TicketStore tickets;
  private final Outlook outlook;
  private final Notices notices;
  private final Hours hours;

  Approach(TicketStore tickets, Outlook outlook, Notices notices, Hours hours) {
    this.tickets = tickets;
    this.outlook = outlook;
    this.notices = notices;
    this.hours = hours;
  }

  /** Whether it is time to come. */
  static boolean near(Nearness near, int ahead, Estimate wait, Forecast forecast, int travel) {
    boolean byMinutes = near.minutes() > 0 && wait.likely() <= near.minutes() + travel;
    // Two before is not near while the shop is shut: nobody comes at six for nine.
    boolean soon = forecast.wait(0).low() <= Math.max(near.minutes(), 1) + travel;
    return byMinutes || (near.positions() > 0 && ahead <= near.positions() && soon);
  }

  /** Looks at those in front of a line. */
  CompletableFuture<Void> look(Shop shop, ShopService service, LocalDate day, Instant now) {
    CompletableFuture<Outlook.View> view = outlook.view(shop, service, day, now);
    return tickets
        .line(shop.id(), day, service.id(), DEPTH)
        .thenCompose(line -> view.thenCompose(v -> tell(shop, service, line, v, now)));
  }

  private CompletableFuture<Void> tell(
      Shop shop, ShopService service, List<Ticket> line, Outlook.View view, Instant now) {
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    if (view.begins() == null) return all;
    for (int i = 0; i < line.size(); i++) {
      Ticket ticket = line.get(i);
      if (ticket.state() != State.WAITING) continue;
      int ahead = i;
      Estimate wait = view.forecast().wait(ahead);
      if (near(service.near(), ahead, wait, view.forecast(), ticket.travel()))
        all = all.thenCompose(_ -> tell(shop, ticket, ahead, wait, now));
    }
    return all;
  }

  /** Once; nothing when it has moved on meanwhile. */
  CompletableFuture<Void> tell(Shop shop, Ticket ticket, int ahead, Estimate wait, Instant now) {
    return tickets
        .change(
            ticket.id(),
            "near:" + ticket.id() + ':' + ticket.seq(),
            now,
            edit -> {
              if (edit.before().state() != State.WAITING) return false;
              edit.to(State.NEAR)
                  .due(hours.lastLook(shop.hours(), ticket.wish().day(), now))
                  .tell(Told.NEAR, notices, ahead, wait.likely());
              return true;
            })
        .thenApply(_ -> null);
  }
}
