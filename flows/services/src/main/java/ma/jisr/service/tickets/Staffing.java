package ma.jisr.service.tickets;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopService;
import ma.jisr.service.tickets.Worked.Outcome;
import org.jspecify.annotations.Nullable;

/** What staff do with the queues of their shop. Callable from any thread. */
final class Staffing {
  /** How long a shop stays open beyond its hours once staff have said so. */
  private static final Duration OPENED = Duration.ofHours(4);

  /** A shorter pause makes nobody come later. */
  private static final int WORTH_TELLING = 5;

  /** Those in front of a line who may have set out. */
  private static final int FRONT = 48;

  private final TicketStore tickets;
  private final Queues queues;
  private final Statuses statuses;
  private final Floor floor;
  private final Looks looks;
  private final Approach approach;
  private final Outlook outlook;
  private final Notices notices;
  private final Hours hours;

  Staffing(
      TicketStore tickets,
      Queues queues,
      Statuses statuses,
      Floor floor,
      Looks looks,
      Approach approach,
      Outlook outlook,
      Notices notices,
      Hours hours) {
    this.tickets = tickets;
    this.queues = queues;
    this.statuses = statuses;
    this.floor = floor;
    this.looks = looks;
    this.approach = approach;
    this.outlook = outlook;
    this.notices = notices;
    this.hours = hours;
  }

  /** An act at a counter. */
  CompletableFuture<Worked> act(Floor.Wanted wanted, Instant now) {
    boolean known =
        Desks.has(wanted.shop(), wanted.counter())
            && (wanted.service() == null || wanted.shop().service(wanted.service()).isPresent());
    if (!known)
      return worked(wanted.shop(), wanted.day(), wanted.act(), Outcome.UNKNOWN, null, now);
    if (wanted.act() != Act.NEXT) return atCounter(wanted, now);
    return queues
        .get(wanted.shop().id(), wanted.day())
        .thenCompose(
            queue -> {
              if (queue.closed())
                return worked(wanted.shop(), wanted.day(), Act.NEXT, Outcome.CLOSED, null, now);
              if (queue.pausedAt(now) == null) return atCounter(wanted, now);
              // Who calls somebody has ended the pause.
              return change(
                      wanted.shop(), wanted.day(), wanted.key(), q -> q.opening(null, wanted.key()))
                  .thenCompose(_ -> atCounter(wanted, now));
            });
  }

  private CompletableFuture<Worked> atCounter(Floor.Wanted wanted, Instant now) {
    return floor
        .act(wanted, now)
        .thenCompose(
            done -> {
              if (done.isEmpty())
                return worked(
                    wanted.shop(),
                    wanted.day(),
                    wanted.act(),
                    wanted.act() == Act.UNDO ? Outcome.TOO_LATE : Outcome.NOBODY,
                    null,
                    now);
              Move main = done.get().main();
              boolean nobody = main == null || (wanted.act() == Act.NEXT && !main.kind().comes());
              CompletableFuture<Void> near = near(wanted.shop(), wanted.day(), done.get(), now);
              return worked(
                      wanted.shop(),
                      wanted.day(),
                      wanted.act(),
                      nobody ? Outcome.NOBODY : Outcome.DONE,
                      main,
                      now)
                  .thenCombine(near, (worked, told) -> worked);
            });
  }

  /** The lines that an act has moved. */
  private CompletableFuture<Void> near(Shop shop, LocalDate day, Deed deed, Instant now) {
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (ShopService service : shop.services())
      if (deed.moves().stream().anyMatch(move -> move.service().equals(service.id())))
        all = all.thenCompose(_ -> approach.look(shop, service, day, now));
    return all;
  }

  /** Nobody is called for some minutes; who has been told to come is told to wait. */
  CompletableFuture<Worked> pause(Shop shop, LocalDate day, String key, int minutes, Instant now) {
    Instant until = now.plus(Duration.ofMinutes(minutes));
    return change(shop, day, key, queue -> queue.pausing(until, key))
        .thenCompose(
            _ ->
                minutes < WORTH_TELLING
                    ? CompletableFuture.completedFuture(null)
                    : later(shop, day, key, now))
        .thenCompose(_ -> worked(shop, day, Act.PAUSE, Outcome.DONE, null, now));
  }

  private CompletableFuture<Void> later(Shop shop, LocalDate day, String key, Instant now) {
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (ShopService service : shop.services())
      all =
          all.thenCompose(_ -> tickets.line(shop.id(), day, service.id(), FRONT))
              .thenCompose(
                  line ->
                      outlook
                          .view(shop, service, day, now)
                          .thenCompose(view -> later(service, view, line, key, now)));
    return all;
  }

  private CompletableFuture<Void> later(
      ShopService service, Outlook.View view, List<Ticket> line, String key, Instant now) {
    CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
    for (int i = 0; i < line.size(); i++) {
      Ticket ticket = line.get(i);
      int ahead = i;
      Estimate wait = view.forecast().wait(ahead);
      if (ticket.state() != State.NEAR
          || Approach.near(service.near(), ahead, wait, view.forecast(), ticket.travel())) continue;
      all =
          all.thenCompose(
                  _ ->
                      tickets.change(
                          ticket.id(),
                          key + ":later:" + ticket.id(),
                          now,
                          edit -> {
                            if (edit.before().state() != State.NEAR || edit.did(key)) return false;
                            edit.by(key)
                                .to(State.WAITING)
                                .untold(Told.NEAR)
                                .due(now.plus(Duration.ofMinutes(1)))
                                .tell(Told.MOVED, notices, ahead, wait.likely());
                            return true;
                          }))
              .thenApply(_ -> null);
    }
    return all;
  }

  /** The queue goes on; outside its hours, or closed before, it is open for some hours. */
  CompletableFuture<Worked> open(Shop shop, LocalDate day, String key, Instant now) {
    boolean within = hours.opens(shop.hours(), day, now) != null;
    return change(shop, day, key, queue -> queue.opening(within ? null : now.plus(OPENED), key))
        .thenCompose(_ -> worked(shop, day, Act.OPEN, Outcome.DONE, null, now));
  }

  /** Nobody is served any more on this day; all who wait are told. */
  CompletableFuture<Worked> close(Shop shop, LocalDate day, String key, Instant now) {
    return change(shop, day, key, queue -> queue.closing(key))
        .thenCompose(_ -> tickets.open(shop.id(), day))
        .thenCompose(
            open -> {
              CompletableFuture<Integer> told = CompletableFuture.completedFuture(0);
              for (Ticket ticket : open)
                told = told.thenCombine(looks.ending(ticket, now), (n, one) -> one ? n + 1 : n);
              return told;
            })
        .thenCompose(
            told ->
                statuses
                    .of(shop, day, now)
                    .thenApply(s -> new Worked(Act.CLOSE, Outcome.DONE, told, "", s)));
  }

  private CompletableFuture<Queue> change(
      Shop shop, LocalDate day, String key, UnaryOperator<Queue> by) {
    return queues.change(
        shop.id(), day, key, queue -> queue.keys().contains(key) ? queue : by.apply(queue));
  }

  private CompletableFuture<Worked> worked(
      Shop shop, LocalDate day, Act act, Outcome outcome, @Nullable Move about, Instant now) {
    return statuses
        .of(shop, day, now)
        .thenApply(
            status ->
                new Worked(
                    act,
                    outcome,
                    about == null ? 0 : about.number(),
                    about == null ? "" : about.service(),
                    status));
  }
}
