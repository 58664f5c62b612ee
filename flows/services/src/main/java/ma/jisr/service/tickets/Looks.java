package ma.jisr.service.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopService;

/**
 * Looks at tickets when they are due: a taking that was left half way is brought to its end, whose
 * time has come is put into the line, who must set out is told, and who still waits when the day is
 * over is told that. Any node may look, at any time: each change is the ticket's own
 * compare-and-set. Callable from any thread.
 */
final class Looks {
  private final TicketStore tickets;
  private final Function<String, Optional<Shop>> shops;
  private final Takings takings;
  private final Outlook outlook;
  private final Approach approach;
  private final Aftermath aftermath;
  private final Notices notices;
  private final Hours hours;

  Looks(
      TicketStore tickets,
      Function<String, Optional<Shop>> shops,
      Takings takings,
      Outlook outlook,
      Approach approach,
      Aftermath aftermath,
      Notices notices,
      Hours hours) {
    this.tickets = tickets;
    this.shops = shops;
    this.takings = takings;
    this.outlook = outlook;
    this.approach = approach;
    this.aftermath = aftermath;
    this.notices = notices;
    this.hours = hours;
  }

  /** Looks at those that are due, longest first; how many there were. */
  CompletableFuture<Integer> due(Instant now, int most) {
    return tickets
        .due(now, most)
        .thenCompose(
            due -> {
              CompletableFuture<?>[] all =
                  due.stream().map(ticket -> look(ticket, now)).toArray(CompletableFuture[]::new);
              return CompletableFuture.allOf(all).thenApply(_ -> due.size());
            });
  }

  CompletableFuture<Void> look(Ticket ticket, Instant now) {
    Wish wish = ticket.wish();
    Optional<Shop> shop = shops.apply(wish.shop());
    Optional<ShopService> service = shop.flatMap(s -> s.service(wish.service()));
    if (shop.isEmpty() || service.isEmpty() || shop.get().retired()) return end(ticket, now);
    return outlook
        .view(shop.get(), service.get(), wish.day(), now)
        .thenCompose(
            view -> {
              boolean over =
                  view.queue().closed()
                      || (!view.queue().opened(now)
                          && hours.over(shop.get().hours(), wish.day(), now));
              if (over && (ticket.number() > 0 || !now.isBefore(Days.end(wish.day()))))
                return end(ticket, now);
              if (ticket.number() == 0)
                return takings.settle(shop.get(), service.get(), ticket, now).thenApply(_ -> null);
              return waits(shop.get(), service.get(), view, ticket, now);
            });
  }

  private CompletableFuture<Void> waits(
      Shop shop, ShopService service, Outlook.View view, Ticket ticket, Instant now) {
    return outlook
        .before(ticket.wish(), ticket.turn(), view)
        .thenCompose(
            ahead -> {
              Entry entry = new Entry(shop, service, view, hours, ahead);
              Estimate wait = view.forecast().wait(ahead);
              if (ticket.state() == State.WAITING && entry.isNear(ticket))
                return approach.tell(shop, ticket, ahead, wait, now);
              return tickets
                  .later(
                      ticket.id(),
                      "look:" + ticket.id() + ':' + ticket.seq(),
                      now,
                      edit -> edit.before().seq() == ticket.seq() && look(edit, entry, wait))
                  .thenApply(_ -> null);
            });
  }

  private boolean look(Edit edit, Entry entry, Estimate wait) {
    Ticket ticket = edit.before();
    Instant now = edit.now();
    if (!ticket.state().open()) return false;
    Instant last = hours.lastLook(entry.shop().hours(), ticket.wish().day(), now);
    switch (ticket.state()) {
      case BOOKED -> booked(edit, entry, now);
      case WAITING -> {
        Instant next = entry.next(wait, ticket, now);
        edit.due(next.isBefore(last) ? next : last);
      }
      default -> edit.due(last);
    }
    return true;
  }

  private void booked(Edit edit, Entry entry, Instant now) {
    Ticket ticket = edit.before();
    Instant from = ticket.from();
    if (from == null || !from.isAfter(now)) {
      boolean knew = ticket.told().containsKey(Told.NEAR);
      entry.line(edit);
      if (entry.isNear(ticket) && !knew)
        edit.tell(
            Told.NEAR,
            notices,
            entry.ahead(),
            entry.view().forecast().wait(entry.ahead()).likely());
      return;
    }
    Instant lead = entry.comes(ticket, now);
    if (lead.equals(from) && !ticket.told().containsKey(Told.NEAR)) {
      int minutes = (int) Duration.between(now, from).toMinutes();
      edit.tell(Told.NEAR, notices, entry.ahead(), minutes);
    }
    edit.due(lead);
  }

  /**
   * The day is over for a ticket. Who is at a counter is served; who waits is told, if they can
   * still know.
   */
  CompletableFuture<Void> end(Ticket ticket, Instant now) {
    return ending(ticket, now).thenApply(_ -> null);
  }

  /** The same; whether somebody was told. */
  CompletableFuture<Boolean> ending(Ticket ticket, Instant now) {
    return tickets
        .change(
            ticket.id(),
            "over:" + ticket.id(),
            now,
            edit -> {
              State state = edit.before().state();
              if (!state.open()) return false;
              if (edit.before().number() == 0) edit.to(State.REFUSED).refused("closed");
              else if (state.atCounter()) edit.to(State.SERVED);
              else {
                edit.to(State.EXPIRED);
                if (now.isBefore(Days.end(ticket.wish().day())))
                  edit.tell(Told.CLOSED, notices, 0, 0);
              }
              return true;
            })
        .thenCompose(
            changed -> {
              if (changed.isEmpty() || !changed.get().changed())
                return CompletableFuture.completedFuture(false);
              Ticket after = changed.get().ticket();
              boolean told = after.state() == State.EXPIRED;
              return aftermath.ended(after, now).thenApply(_ -> told);
            });
  }
}
