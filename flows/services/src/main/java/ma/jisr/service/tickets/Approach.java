package ma.jisr.service.tickets;

import java.time.Instant;
import java.time.LocalDate;
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
  /** How many are looked at together after each call. */
  private static final int STEP = 12;

  /** How far into a line it is looked: who is told from further behind is so when they are due. */
  private static final int DEPTH = 60;

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
    return outlook
        .view(shop, service, day, now)
        .thenCompose(
            view ->
                view.begins() == null
                    ? CompletableFuture.completedFuture(null)
                    : look(new Front(shop, service, day, view), -1, 0, now));
  }

  private record Front(Shop shop, ShopService service, LocalDate day, Outlook.View view) {}

  /** Some after the other, while there are those who have been told, or are to be. */
  private CompletableFuture<Void> look(Front front, long behind, int ahead, Instant now) {
    return tickets
        .lineAfter(front.shop().id(), front.day(), front.service().id(), behind, STEP)
        .thenCompose(
            line -> {
              CompletableFuture<Void> told = CompletableFuture.completedFuture(null);
              boolean all = line.size() == STEP && ahead + STEP < DEPTH;
              for (int i = 0; i < line.size(); i++) {
                Ticket ticket = line.get(i);
                if (ticket.state() != State.WAITING) continue;
                int before = ahead + i;
                Estimate wait = front.view().forecast().wait(before);
                boolean near =
                    near(
                        front.service().near(),
                        before,
                        wait,
                        front.view().forecast(),
                        ticket.travel());
                all = all && (near || i < STEP / 2);
                if (near)
                  told = told.thenCompose(_ -> tell(front.shop(), ticket, before, wait, now));
              }
              if (!all) return told;
              return told.thenCompose(_ -> look(front, line.getLast().turn(), ahead + STEP, now));
            });
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
