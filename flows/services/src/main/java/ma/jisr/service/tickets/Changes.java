package ma.jisr.service.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopService;
import ma.jisr.service.tickets.Change.Outcome;

/** What holders do with their tickets. Callable from any thread. */
final class Changes {
  private final TicketStore tickets;
  private final Function<String, Optional<Shop>> shops;
  private final Outlook outlook;
  private final Looks looks;
  private final Approach approach;
  private final Aftermath aftermath;

  Changes(
      TicketStore tickets,
      Function<String, Optional<Shop>> shops,
      Outlook outlook,
      Looks looks,
      Approach approach,
      Aftermath aftermath) {
    this.tickets = tickets;
    this.shops = shops;
    this.outlook = outlook;
    this.looks = looks;
    this.approach = approach;
    this.aftermath = aftermath;
  }

  private record At(Shop shop, ShopService service) {}

  private Optional<At> at(String shop, String service) {
    return shops
        .apply(shop)
        .filter(s -> !s.retired())
        .flatMap(s -> s.service(service).map(x -> new At(s, x)));
  }

  /** Where a ticket stands; one of a shop that is no more stands nowhere. */
  CompletableFuture<Standing> standing(Ticket ticket, Instant now) {
    return at(ticket.wish().shop(), ticket.wish().service())
        .map(at -> outlook.standing(at.shop(), at.service(), ticket, now))
        .orElseGet(
            () -> CompletableFuture.completedFuture(new Standing(ticket, 0, Estimate.NOW, null)));
  }

  CompletableFuture<Change> giveBack(String key, String person, String ticket, Instant now) {
    return change(
        key,
        person,
        ticket,
        now,
        edit -> {
          edit.to(State.GIVEN_BACK);
          return true;
        });
  }

  CompletableFuture<Change> delay(
      String key, String person, String ticket, int minutes, Instant now) {
    if (minutes < 1 || minutes > TicketRules.MOST_DELAY)
      return CompletableFuture.completedFuture(new Change(Outcome.REFUSED, null));
    return change(
        key,
        person,
        ticket,
        now,
        edit -> {
          Ticket before = edit.before();
          if (before.delays() >= TicketRules.DELAYS || before.state() == State.SERVING)
            return false;
          Instant from = before.from();
          Instant base = from != null && from.isAfter(edit.now()) ? from : edit.now();
          Instant until = base.plus(Duration.ofMinutes(minutes));
          if (!Days.of(until).equals(before.wish().day())) return false;
          edit.to(State.BOOKED).from(until).delayed();
          Duration lead = Duration.ofMinutes((long) near(before) + before.travel());
          // Who will be back sooner than they would be told to come has just said it themselves.
          boolean soon = !until.minus(lead).isAfter(edit.now());
          if (soon) edit.knows(Told.NEAR).due(until);
          else edit.untold(Told.NEAR).due(until.minus(lead));
          return true;
        });
  }

  private int near(Ticket ticket) {
    return at(ticket.wish().shop(), ticket.wish().service())
        .map(at -> at.service().near().minutes())
        .orElse(0);
  }

  CompletableFuture<Change> travel(
      String key, String person, String ticket, int minutes, Instant now) {
    if (minutes < 0 || minutes > TicketRules.MOST_TRAVEL)
      return CompletableFuture.completedFuture(new Change(Outcome.REFUSED, null));
    return change(
        key,
        person,
        ticket,
        now,
        edit -> {
          edit.travel(minutes);
          if (edit.before().state() == State.WAITING || edit.before().state() == State.BOOKED)
            edit.due(edit.now());
          return true;
        });
  }

  private CompletableFuture<Change> change(
      String key, String person, String id, Instant now, Predicate<Edit> by) {
    Outcome[] outcome = {Outcome.DONE};
    return tickets
        .change(
            id,
            key,
            now,
            edit -> {
              Ticket before = edit.before();
              outcome[0] = Outcome.DONE;
              if (edit.did(key)) return false;
              if (!before.wish().isOf(person) || before.number() == 0)
                outcome[0] = Outcome.NOT_THEIRS;
              else if (!before.state().open()) outcome[0] = Outcome.OVER;
              else if (!by.test(edit.by(key))) outcome[0] = Outcome.REFUSED;
              return outcome[0] == Outcome.DONE;
            })
        .thenCompose(
            changed -> {
              if (changed.isEmpty() || outcome[0] == Outcome.NOT_THEIRS)
                return CompletableFuture.completedFuture(new Change(Outcome.NOT_THEIRS, null));
              Ticket after = changed.get().ticket();
              // Also for a repeated call: who made it first may have died before what follows.
              CompletableFuture<Void> followed =
                  after.keys().contains(key)
                      ? moved(after, now)
                      : CompletableFuture.completedFuture(null);
              return followed
                  .thenCompose(_ -> standing(after, now))
                  .thenApply(standing -> new Change(outcome[0], standing));
            });
  }

  /** What follows from a holder's change: those behind are nearer. */
  private CompletableFuture<Void> moved(Ticket ticket, Instant now) {
    CompletableFuture<Void> ended =
        ticket.state().open() ? looks.look(ticket, now) : aftermath.ended(ticket, now);
    return ended.thenCompose(
        _ ->
            at(ticket.wish().shop(), ticket.wish().service())
                .map(at -> approach.look(at.shop(), at.service(), ticket.wish().day(), now))
                .orElseGet(() -> CompletableFuture.completedFuture(null)));
  }
}
