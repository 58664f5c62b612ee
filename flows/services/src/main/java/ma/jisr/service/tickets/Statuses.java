package ma.jisr.service.tickets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopService;
import org.jspecify.annotations.Nullable;

/** How the queues of shops are, for staff and displays. Reads only; callable from any thread. */
final class Statuses {
  /** Those in front of a line of whom it is told whether they could be reached. */
  private static final int FRONT = 12;

  private final TicketStore tickets;
  private final Queues queues;
  private final Desks desks;

  Statuses(TicketStore tickets, Queues queues, Desks desks) {
    this.tickets = tickets;
    this.queues = queues;
    this.desks = desks;
  }

  /** One line. */
  private record Line(List<Ticket> front, int waiting, int later) {
    Line and(Line other) {
      return new Line(
          Stream.concat(front.stream(), other.front.stream()).toList(),
          waiting + other.waiting,
          later + other.later);
    }
  }

  private record Counters(List<Desk> desks, Map<String, Ticket> there) {}

  CompletableFuture<Status> of(Shop shop, LocalDate day, Instant now) {
    CompletableFuture<Queue> queue = queues.get(shop.id(), day);
    CompletableFuture<Counters> counters = counters(shop, day);
    CompletableFuture<Line> all = CompletableFuture.completedFuture(new Line(List.of(), 0, 0));
    for (ShopService service : shop.services())
      all = all.thenCombine(line(shop.id(), day, service.id()), Line::and);
    return all.thenCombine(counters, Seen::new)
        .thenCombine(queue, (seen, q) -> seen.status(shop, q, now));
  }

  private CompletableFuture<Line> line(String shop, LocalDate day, String service) {
    CompletableFuture<Integer> later = tickets.later(shop, day, service);
    return tickets
        .line(shop, day, service, FRONT)
        .thenCompose(
            front ->
                (front.size() < FRONT
                        ? CompletableFuture.completedFuture(front.size())
                        : tickets.ahead(shop, day, service, Turns.MOST))
                    .thenCombine(later, (waiting, out) -> new Line(front, waiting, out)));
  }

  private CompletableFuture<Counters> counters(Shop shop, LocalDate day) {
    return desks
        .all(shop, day)
        .thenCompose(
            all ->
                tickets
                    .getAll(all.stream().map(Desk::ticket).filter(Objects::nonNull).toList())
                    .thenApply(there -> new Counters(all, there)));
  }

  private record Seen(Line line, Counters counters) {
    Status status(Shop shop, Queue queue, Instant now) {
      List<Integer> unreached = new ArrayList<>();
      List<Status.Counter> shown = new ArrayList<>();
      for (Desk desk : counters.desks()) {
        Ticket there = desk.ticket() == null ? null : counters.there().get(desk.ticket());
        if (there == null || !isAt(there, desk)) {
          shown.add(new Status.Counter(desk.counter(), 0, "", null));
          continue;
        }
        shown.add(new Status.Counter(desk.counter(), desk.number(), desk.service(), desk.since()));
        if (there.unreached()) unreached.add(there.number());
      }
      for (Ticket ticket : line.front()) if (ticket.unreached()) unreached.add(ticket.number());
      return new Status(
          shop.id(),
          shown,
          line.waiting(),
          line.later(),
          next(line.front()),
          queue.pausedAt(now),
          queue.closed(),
          unreached);
    }

    private static boolean isAt(Ticket ticket, Desk desk) {
      return ticket.state().atCounter() && ticket.counter().equals(desk.counter());
    }

    private static int next(List<Ticket> front) {
      @Nullable Ticket first = null;
      for (Ticket ticket : front) if (first == null || ticket.turn() < first.turn()) first = ticket;
      return first == null ? 0 : first.number();
    }
  }
}
