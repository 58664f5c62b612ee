package ma.jisr.service.tickets;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopService;
import org.jspecify.annotations.Nullable;

/** What can be told of a line now: how many, how long. Reads only; callable from any thread. */
final class Outlook {
  /** A counter where nothing was done for so long is not counted on. */
  private static final Duration AWAKE = Duration.ofMinutes(30);

  private final TicketStore tickets;
  private final Queues queues;
  private final Desks desks;
  private final Paces paces;
  private final Hours hours;

  Outlook(TicketStore tickets, Queues queues, Desks desks, Paces paces, Hours hours) {
    this.tickets = tickets;
    this.queues = queues;
    this.desks = desks;
    this.paces = paces;
    this.hours = hours;
  }

  /**
   * One line at one moment.
   *
   * @param queue the state of the shop's queues
   * @param forecast how long somebody waits in it
   * @param begins when anybody is called: now, at a pause's end, when the shop opens; null when
   *     nobody is any more on this day
   */
  record View(Queue queue, Forecast forecast, @Nullable Instant begins) {}

  CompletableFuture<View> view(Shop shop, ShopService service, LocalDate day, Instant now) {
    CompletableFuture<Queue> queue = queues.get(shop.id(), day);
    CompletableFuture<List<Desk>> at = desks.all(shop, day);
    CompletableFuture<Pace> pace = paces.get(shop.id(), service.id());
    return queue.thenCompose(
        q ->
            at.thenCombine(
                pace,
                (all, p) -> {
                  Instant begins = begins(shop, day, q, now);
                  return new View(
                      q,
                      new Forecast(
                          service.minutes(),
                          p,
                          counters(shop, service, all, now),
                          now,
                          begins == null ? now : begins),
                      begins);
                }));
  }

  @Nullable Instant begins(Shop shop, LocalDate day, Queue queue, Instant now) {
    if (queue.closed()) return null;
    Instant paused = queue.pausedAt(now);
    if (queue.opened(now)) return paused == null ? now : paused;
    Instant first = now.isBefore(Days.begin(day)) ? Days.begin(day) : now;
    Instant opens = hours.opens(shop.hours(), day, first);
    if (opens == null || paused == null || opens.isAfter(paused)) return opens;
    return paused;
  }

  private static Forecast.Counters counters(
      Shop shop, ShopService service, List<Desk> desks, Instant now) {
    double working = 0;
    double elapsed = 0;
    int busy = 0;
    boolean free = false;
    for (Desk desk : desks) {
      Instant worked = desk.worked();
      if (worked == null || worked.isBefore(now.minus(AWAKE))) continue;
      boolean own = desk.service().equals(service.id());
      if (!desk.any() && !own) continue;
      working += desk.any() ? 1.0 / shop.services().size() : 1;
      if (desk.since() == null) free = true;
      else {
        busy++;
        elapsed += Duration.between(desk.since(), now).toSeconds();
      }
    }
    // Nobody has begun: as many as the shop says, or one.
    if (working == 0)
      return new Forecast.Counters(1, (1 + service.counters()) / 2.0, service.counters(), false, 0);
    return new Forecast.Counters(working, working, working, free, busy == 0 ? 0 : elapsed / busy);
  }

  /** Where a ticket stands. */
  CompletableFuture<Standing> standing(Shop shop, ShopService service, Ticket ticket, Instant now) {
    Wish wish = ticket.wish();
    if (!ticket.state().open() || ticket.state().atCounter())
      return CompletableFuture.completedFuture(new Standing(ticket, 0, Estimate.NOW, null));
    CompletableFuture<View> view = view(shop, service, wish.day(), now);
    return before(ticket).thenCombine(view, (ahead, v) -> standing(ticket, ahead, v, now));
  }

  static Standing standing(Ticket ticket, int ahead, View view, Instant now) {
    Estimate wait = view.forecast().wait(ahead);
    if (ticket.from() != null && ticket.from().isAfter(now))
      wait = later(wait, (int) Duration.between(now, ticket.from()).toMinutes());
    return new Standing(ticket, ahead, wait, view.queue().pausedAt(now));
  }

  /** Not before then, however short the line is. */
  private static Estimate later(Estimate wait, int minutes) {
    return new Estimate(
        Math.max(minutes, wait.low()),
        Math.max(minutes, wait.likely()),
        Math.max(minutes, wait.high()),
        true);
  }

  /** How many stand in the line before a ticket. */
  CompletableFuture<Integer> before(Ticket ticket) {
    Wish wish = ticket.wish();
    return tickets.ahead(wish.shop(), wish.day(), wish.service(), ticket.turn());
  }
}
