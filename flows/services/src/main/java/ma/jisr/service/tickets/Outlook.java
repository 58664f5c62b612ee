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
  /** A counter that has nobody and did nothing for so long is not counted on. */
  private static final Duration AWAKE = Duration.ofMinutes(30);

  /** Those who come later that are looked at: a morning of slots. */
  private static final int COMING = 60;

  /** Who works today has come by then. */
  private static final Duration LATE = Duration.ofMinutes(20);

  /** One that has somebody for so long has been left. */
  private static final Duration BUSY = Duration.ofHours(2);

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
   * @param lines the services that its counters serve, each in its turn
   * @param at the moment
   */
  record View(
      Queue queue,
      Forecast forecast,
      @Nullable Instant begins,
      List<ShopService> lines,
      Instant at) {}

  CompletableFuture<View> view(Shop shop, ShopService service, LocalDate day, Instant now) {
    CompletableFuture<List<Desk>> at = desks.all(shop, day);
    return queues
        .get(shop.id(), day)
        .thenCompose(queue -> at.thenCompose(all -> view(shop, service, day, queue, all, now)));
  }

  private CompletableFuture<View> view(
      Shop shop, ShopService service, LocalDate day, Queue queue, List<Desk> all, Instant now) {
    List<Desk> awake = all.stream().filter(desk -> isAwake(desk, now)).toList();
    boolean shared = awake.isEmpty() || awake.stream().anyMatch(Desk::any);
    List<ShopService> lines = shared ? shop.services() : List.of(service);
    int said = 0;
    CompletableFuture<Pace> pace = CompletableFuture.completedFuture(Pace.NEW);
    for (ShopService line : lines) {
      said += line.minutes();
      pace = pace.thenCombine(paces.get(shop.id(), line.id()), Pace::and);
    }
    double mean = (double) said / lines.size();
    Instant begins = begins(shop, day, queue, now);
    Forecast.Counters counters = counters(service, awake, shared, now);
    Instant from = begins == null ? now : begins;
    List<Forecast.Break> breaks =
        queue.opened(now) ? List.of() : hours.breaks(shop.hours(), day, from);
    return pace.thenApply(
        known ->
            new View(
                queue, new Forecast(mean, known, counters, now, from, breaks), begins, lines, now));
  }

  private static boolean isAwake(Desk desk, Instant now) {
    if (desk.since() != null) return desk.since().isAfter(now.minus(BUSY));
    return desk.worked() != null && desk.worked().isAfter(now.minus(AWAKE));
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
      ShopService service, List<Desk> awake, boolean shared, Instant now) {
    int working = 0;
    double elapsed = 0;
    int busy = 0;
    for (Desk desk : awake) {
      if (!shared && !desk.service().equals(service.id())) continue;
      working++;
      if (desk.since() == null) continue;
      busy++;
      elapsed += Duration.between(desk.since(), now).toSeconds();
    }
    // Nobody has begun: as many as the shop says, or one.
    int said = service.counters();
    if (working == 0) return new Forecast.Counters(1, said, said, false, 0);
    boolean early = working < said && begun(awake).isAfter(now.minus(LATE));
    return new Forecast.Counters(
        working,
        early ? said : working,
        early ? said : working,
        busy < working,
        busy == 0 ? 0 : elapsed / busy);
  }

  /** When the first of these counters began, as far as it remembers. */
  private static Instant begun(List<Desk> awake) {
    Instant first = Instant.MAX;
    for (Desk desk : awake)
      if (!desk.past().isEmpty() && desk.past().getFirst().at().isBefore(first))
        first = desk.past().getFirst().at();
    return first;
  }

  /** Where a ticket stands. */
  CompletableFuture<Standing> standing(Shop shop, ShopService service, Ticket ticket, Instant now) {
    Wish wish = ticket.wish();
    if (!ticket.state().open() || ticket.state().atCounter())
      return CompletableFuture.completedFuture(new Standing(ticket, 0, Estimate.NOW, null));
    return view(shop, service, wish.day(), now)
        .thenCompose(
            view ->
                before(wish, ticket.turn(), view)
                    .thenApply(ahead -> standing(ticket, ahead, view, now)));
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

  /**
   * How many are called before a turn: in its line, in those that its counters serve too, and of
   * those whose time comes until then.
   */
  CompletableFuture<Integer> before(Wish wish, long turn, View view) {
    return inLine(wish, turn, view).thenCompose(ahead -> coming(wish, turn, view, ahead));
  }

  private CompletableFuture<Integer> coming(Wish wish, long turn, View view, int ahead) {
    Instant then = view.at().plus(Duration.ofMinutes(view.forecast().wait(ahead).likely()));
    CompletableFuture<Integer> all = CompletableFuture.completedFuture(ahead);
    for (ShopService line : view.lines())
      all =
          all.thenCombine(
              tickets.laterBefore(wish.shop(), wish.day(), line.id(), turn, COMING),
              (before, later) -> before + in(later, then));
    return all;
  }

  private static int in(List<Ticket> later, Instant then) {
    int count = 0;
    for (Ticket ticket : later) if (ticket.from() != null && ticket.from().isBefore(then)) count++;
    return count;
  }

  private CompletableFuture<Integer> inLine(Wish wish, long turn, View view) {
    CompletableFuture<Integer> all = CompletableFuture.completedFuture(0);
    for (ShopService line : view.lines())
      all = all.thenCombine(tickets.ahead(wish.shop(), wish.day(), line.id(), turn), Integer::sum);
    return all;
  }
}
