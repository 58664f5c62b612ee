package ma.jisr.service.tickets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopService;
import ma.jisr.service.tickets.Guards.Leave;

/**
 * Gives tickets out. A ticket is written first, under the key of its call; then its holder's guard,
 * its slot and its number are taken, each once for the ticket; the last write puts it into the
 * queue. Whoever finds one half way, the repeated call or anybody else, goes on with the same.
 * Callable from any thread.
 */
final class Takings {
  private final TicketStore tickets;
  private final Guards guards;
  private final SlotBook slots;
  private final Dispenser numbers;
  private final Outlook outlook;
  private final Hours hours;
  private final Aftermath aftermath;

  Takings(
      TicketStore tickets,
      Guards guards,
      SlotBook slots,
      Dispenser numbers,
      Outlook outlook,
      Hours hours,
      Aftermath aftermath) {
    this.tickets = tickets;
    this.guards = guards;
    this.slots = slots;
    this.numbers = numbers;
    this.outlook = outlook;
    this.hours = hours;
    this.aftermath = aftermath;
  }

  /**
   * A wish for a ticket.
   *
   * @param key of the call; the ticket's id
   */
  record Asked(String key, Shop shop, ShopService service, Wish wish, int travel) {}

  /**
   * Takes it, or goes on taking it.
   *
   * @param found the ticket of the key, if there is one already
   */
  CompletableFuture<Taking> take(Asked asked, Optional<Ticket> found, Instant now) {
    if (found.isEmpty()) return fresh(asked, now);
    if (!found.get().wish().equals(asked.wish()))
      throw new IllegalArgumentException("the key has taken another ticket");
    return settle(asked.shop(), asked.service(), found.get(), now);
  }

  /** What can be refused at once is, without a trace. */
  private CompletableFuture<Taking> fresh(Asked asked, Instant now) {
    Wish wish = asked.wish();
    if (wish.slot() != null && !slots.offers(asked.shop(), asked.service(), wish.slot(), now))
      return CompletableFuture.completedFuture(new Taking.Full());
    return outlook
        .view(asked.shop(), asked.service(), wish.day(), now)
        .thenCompose(
            view -> {
              if (view.begins() == null) return closed(asked.shop(), now);
              return wish.slot() == null
                  ? room(asked, view, now)
                      .thenCompose(
                          room ->
                              room
                                  ? insert(asked, now)
                                  : CompletableFuture.completedFuture(new Taking.Full()))
                  : insert(asked, now);
            });
  }

  private CompletableFuture<Taking> closed(Shop shop, Instant now) {
    var next = hours.at(shop.hours(), now).until();
    boolean isOpen = hours.at(shop.hours(), now).isOpen();
    return CompletableFuture.completedFuture(
        new Taking.Closed(isOpen || next == null ? null : next.toInstant()));
  }

  /** Whether one more is likely to be served before the shop closes. */
  private CompletableFuture<Boolean> room(Asked asked, Outlook.View view, Instant now) {
    Wish wish = asked.wish();
    return outlook
        .before(wish, Turns.MOST, view)
        .thenApply(
            waiting -> {
              if (waiting >= TicketRules.LINE) return false;
              if (view.queue().opened(now)) return true;
              Instant closes =
                  hours.closes(
                      asked.shop().hours(),
                      wish.day(),
                      view.begins() == null ? now : view.begins());
              int low = view.forecast().wait(waiting).low();
              return now.plusSeconds(60L * low).isBefore(closes);
            });
  }

  private CompletableFuture<Taking> insert(Asked asked, Instant now) {
    Ticket ticket =
        Ticket.asked(
            asked.key(), asked.wish(), asked.travel(), now, now.plus(TicketRules.UNSETTLED));
    return tickets
        .insert(ticket, now)
        .thenCompose(
            inserted ->
                inserted
                    ? guard(asked.shop(), asked.service(), ticket, now)
                    : tickets.get(asked.key()).thenCompose(found -> take(asked, found, now)));
  }

  /** Goes on with a ticket from wherever it is. */
  CompletableFuture<Taking> settle(Shop shop, ShopService service, Ticket ticket, Instant now) {
    if (ticket.state() == State.REFUSED) return refused(shop, service, ticket, now);
    if (ticket.number() > 0 || !ticket.state().open()) return taken(shop, service, ticket, now);
    return guard(shop, service, ticket, now);
  }

  private CompletableFuture<Taking> guard(
      Shop shop, ShopService service, Ticket ticket, Instant now) {
    return leave(ticket, now)
        .thenCompose(
            leave ->
                switch (leave) {
                  case Leave.Given given -> place(shop, service, ticket, now);
                  case Leave.Holds(String other) -> holds(shop, service, ticket, other, now);
                  case Leave.Refused(Taking.Limit limit) ->
                      healed(ticket, now)
                          .thenCompose(
                              healed ->
                                  healed
                                      ? guard(shop, service, ticket, now)
                                      : refuse(shop, service, ticket, limit.name(), now));
                });
  }

  private CompletableFuture<Leave> leave(Ticket ticket, Instant now) {
    LocalDate today = Days.of(now);
    CompletableFuture<Leave> asked = guards.ask(ticket, today, now);
    if (!ticket.wish().forOther()) return asked;
    return asked.thenCompose(
        leave ->
            leave instanceof Leave.Given
                ? guards.hold(ticket, now)
                : CompletableFuture.completedFuture(leave));
  }

  /** They hold one already, unless it has ended meanwhile; one half way is brought to its end. */
  private CompletableFuture<Taking> holds(
      Shop shop, ShopService service, Ticket ticket, String other, Instant now) {
    return tickets
        .get(other)
        .thenCompose(
            found -> {
              if (found.isEmpty() || !found.get().state().open())
                return cross(ticket, other, found, now)
                    .thenCompose(_ -> guard(shop, service, ticket, now));
              return settle(shop, service, found.get(), now)
                  .thenCompose(
                      settled -> {
                        if (!(settled instanceof Taking.Taken))
                          return guard(shop, service, ticket, now);
                        return refuse(shop, service, ticket, HOLDS + other, now);
                      });
            });
  }

  /** Crosses a ticket out that has ended, or been forgotten, with whoever holds it. */
  private CompletableFuture<Void> cross(
      Ticket ticket, String ended, Optional<Ticket> found, Instant now) {
    Ticket gone = found.orElseGet(() -> Ticket.asked(ended, ticket.wish(), 0, now, now));
    return guards.release(gone, now);
  }

  /** Whether something was crossed out of the guard that had no right to stand there. */
  private CompletableFuture<Boolean> healed(Ticket ticket, Instant now) {
    return guards
        .get(ticket.wish().person())
        .thenCompose(
            guard ->
                tickets
                    .getAll(guard.open().stream().map(Guard.Held::ticket).toList())
                    .thenCompose(
                        found -> {
                          CompletableFuture<Boolean> any = CompletableFuture.completedFuture(false);
                          for (Guard.Held held : guard.open()) {
                            Ticket there = found.get(held.ticket());
                            if (there != null && there.state().open()) continue;
                            any =
                                any.thenCompose(
                                    _ ->
                                        cross(
                                                ticket,
                                                held.ticket(),
                                                Optional.ofNullable(there),
                                                now)
                                            .thenApply(_ -> true));
                          }
                          return any;
                        }));
  }

  private CompletableFuture<Taking> place(
      Shop shop, ShopService service, Ticket ticket, Instant now) {
    CompletableFuture<Boolean> slot =
        ticket.wish().slot() == null
            ? CompletableFuture.completedFuture(true)
            : slots.reserve(service, ticket);
    return slot.thenCompose(
        free -> {
          if (!free) return refuse(shop, service, ticket, FULL, now);
          return numbers
              .next(shop.id(), ticket.wish().day())
              .thenCompose(
                  number ->
                      number == 0
                          ? refuse(shop, service, ticket, CLOSED, now)
                          : number(shop, service, ticket, number, now));
        });
  }

  /** The last write: from here on it is in the queue. */
  private CompletableFuture<Taking> number(
      Shop shop, ShopService service, Ticket ticket, int number, Instant now) {
    Wish wish = ticket.wish();
    return outlook
        .view(shop, service, wish.day(), now)
        .thenCompose(
            view ->
                outlook
                    .before(wish, Turns.of(wish, number), view)
                    .thenApply(ahead -> new Entry(shop, service, view, hours, ahead)))
        .thenCompose(entry -> enter(entry, ticket, number, now));
  }

  private CompletableFuture<Taking> enter(Entry entry, Ticket ticket, int number, Instant now) {
    long turn = Turns.of(ticket.wish(), number);
    return tickets
        .change(
            ticket.id(),
            "number:" + ticket.id() + ':' + number,
            now,
            edit -> {
              if (edit.before().number() > 0 || !edit.before().state().open()) return false;
              entry.enter(edit.numbered(number, turn));
              return true;
            })
        .thenCompose(
            changed -> {
              if (changed.isEmpty()) return CompletableFuture.completedFuture(new Taking.Unknown());
              Ticket after = changed.get().ticket();
              return changed.get().changed()
                  ? CompletableFuture.completedFuture(new Taking.Taken(entry.standing(after, now)))
                  : settle(entry.shop(), entry.service(), after, now);
            });
  }

  private CompletableFuture<Taking> taken(
      Shop shop, ShopService service, Ticket ticket, Instant now) {
    return outlook.standing(shop, service, ticket, now).thenApply(Taking.Taken::new);
  }

  private static final String FULL = "full";
  private static final String CLOSED = "closed";
  private static final String HOLDS = "holds:";

  /** It never was a ticket: what it had taken goes back, and the call is told the same again. */
  private CompletableFuture<Taking> refuse(
      Shop shop, ShopService service, Ticket ticket, String why, Instant now) {
    return tickets
        .change(
            ticket.id(),
            "refuse:" + ticket.id(),
            now,
            edit -> {
              if (edit.before().number() > 0 || !edit.before().state().open()) return false;
              edit.to(State.REFUSED).refused(why);
              return true;
            })
        .thenCompose(
            changed -> {
              Ticket after = changed.orElseThrow().ticket();
              return after.state() == State.REFUSED
                  ? aftermath.ended(after, now).thenCompose(_ -> settle(shop, service, after, now))
                  : settle(shop, service, after, now);
            });
  }

  private CompletableFuture<Taking> refused(
      Shop shop, ShopService service, Ticket ticket, Instant now) {
    String why = ticket.refused() == null ? "" : ticket.refused();
    if (why.startsWith(HOLDS))
      return tickets
          .get(why.substring(HOLDS.length()))
          .thenCompose(
              other ->
                  other.isEmpty()
                      ? CompletableFuture.completedFuture(new Taking.Full())
                      : outlook
                          .standing(shop, service, other.get(), now)
                          .thenApply(Taking.HasOne::new));
    if (why.equals(CLOSED)) return closed(shop, now);
    for (Taking.Limit limit : Taking.Limit.values())
      if (limit.name().equals(why))
        return CompletableFuture.completedFuture(new Taking.TooMany(limit));
    return CompletableFuture.completedFuture(new Taking.Full());
  }
}
