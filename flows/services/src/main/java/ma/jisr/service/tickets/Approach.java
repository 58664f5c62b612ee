package ma.jisr.service.tickets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
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
                    : look(new Front(shop, day, view), -1, 0, now));
  }

  /** All lines that the same counters serve. */
  private record Front(Shop shop, LocalDate day, Outlook.View view) {
    Nearness near(Ticket ticket) {
      return shop.service(ticket.wish().service()).map(ShopService::near).orElse(Nearness.USUAL);
    }
  }

  /** The next few of all lines, by their turns. */
  private CompletableFuture<List<Ticket>> after(Front front, long behind) {
    CompletableFuture<List<Ticket>> all = CompletableFuture.completedFuture(List.of());
    for (ShopService line : front.view().lines())
      all =
          all.thenCombine(
              tickets.lineAfter(front.shop().id(), front.day(), line.id(), behind, STEP),
              Approach::merged);
    return all;
  }

  private static List<Ticket> merged(List<Ticket> some, List<Ticket> others) {
    if (some.isEmpty()) return others;
    return Stream.concat(some.stream(), others.stream())
        .sorted(Comparator.comparingLong(Ticket::turn))
        .limit(STEP)
        .toList();
  }

  /** Some after the other, while there are those who have been told, or are to be. */
  private CompletableFuture<Void> look(Front front, long behind, int ahead, Instant now) {
    return after(front, behind)
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
                        front.near(ticket), before, wait, front.view().forecast(), ticket.travel());
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
