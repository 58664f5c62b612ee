package ma.jisr.service.tickets;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopService;
import ma.jisr.service.tickets.Move.Kind;
import ma.jisr.store.StoreException;
import org.jspecify.annotations.Nullable;

/**
 * Where staff's acts are done. An act is written into its counter's document before it touches a
 * ticket, so it is done once for its key whoever finishes it; whom a counter calls is decided by
 * the ticket's own compare-and-set, so that no two counters call the same. Callable from any
 * thread.
 */
final class Floor {
  /** Others were quicker so often: each time somebody got through. */
  private static final int TRIES = 64;

  /** Those in front of a line whom other counters may mean: as many calls as are under way. */
  private static final int FRONT = 3 * ShopService.MOST_COUNTERS;

  private final TicketStore tickets;
  private final Desks desks;
  private final Moves moves;
  private final Aftermath aftermath;
  private final Outlook outlook;
  private final Candidates candidates = new Candidates();

  Floor(TicketStore tickets, Desks desks, Moves moves, Aftermath aftermath, Outlook outlook) {
    this.tickets = tickets;
    this.desks = desks;
    this.moves = moves;
    this.aftermath = aftermath;
    this.outlook = outlook;
  }

  /**
   * An act that is wanted.
   *
   * @param key of the call
   * @param service of which the next is wanted; null for any
   */
  record Wanted(
      Shop shop, LocalDate day, String counter, String key, Act act, @Nullable String service) {}

  /** Done, now or before; empty when there was nothing to do. */
  CompletableFuture<Optional<Deed>> act(Wanted wanted, Instant now) {
    return act(wanted, now, TRIES)
        .whenComplete((done, failure) -> candidates.forget(wanted.shop().id(), wanted.key()));
  }

  private CompletableFuture<Optional<Deed>> act(Wanted wanted, Instant now, int left) {
    if (left == 0)
      return CompletableFuture.failedFuture(
          new StoreException(StoreException.Kind.BUSY, "a counter is changed too often"));
    return desks
        .get(wanted.shop().id(), wanted.day(), wanted.counter())
        .thenCompose(
            desk -> {
              Deed before = desk.did(wanted.key());
              if (before != null) return CompletableFuture.completedFuture(Optional.of(before));
              if (desk.open() != null)
                return finish(wanted, desk, desk.open(), now)
                    .thenCompose(_ -> act(wanted, now, left - 1));
              return begin(wanted, desk, now, left);
            });
  }

  private CompletableFuture<Optional<Deed>> begin(Wanted wanted, Desk desk, Instant now, int left) {
    return decide(wanted, desk, now)
        .thenCompose(
            decided -> {
              if (decided.isEmpty())
                return CompletableFuture.completedFuture(Optional.<Deed>empty());
              Deed deed =
                  new Deed(wanted.key(), wanted.act(), now, wanted.service(), decided, false);
              Desk doing = desk.doing(deed);
              return swap(wanted, deed, desk, doing)
                  .thenCompose(
                      ours ->
                          ours
                              ? finish(wanted, doing, deed, now)
                              : CompletableFuture.completedFuture(Optional.<Deed>empty()))
                  .thenCompose(
                      done ->
                          done.isPresent()
                              ? CompletableFuture.completedFuture(done)
                              : act(wanted, now, left - 1));
            });
  }

  private CompletableFuture<Boolean> swap(Wanted at, Deed deed, Desk before, Desk after) {
    String writeId = deed.key() + ':' + before.past().size() + ':' + after.hashCode();
    return desks.swap(at.shop().id(), at.day(), writeId, before, after);
  }

  /** What the act does; nothing when there is nobody to do it to. */
  private CompletableFuture<List<Move>> decide(Wanted wanted, Desk desk, Instant now) {
    CompletableFuture<Optional<Ticket>> there =
        desk.ticket() == null
            ? CompletableFuture.completedFuture(Optional.empty())
            : tickets
                .get(desk.ticket())
                .thenApply(found -> found.filter(ticket -> isAt(ticket, desk)));
    return there.thenCompose(
        ticket ->
            switch (wanted.act()) {
              case NEXT -> next(wanted, ticket);
              case SERVED -> only(Kind.SERVED, ticket);
              case ARRIVED -> only(Kind.ARRIVED, ticket.filter(t -> t.state() == State.CALLED));
              case RECALL -> only(Kind.RECALLED, ticket.filter(t -> t.state() == State.CALLED));
              case ABSENT -> absent(wanted, ticket, now);
              case UNDO -> new Undoing(tickets).of(desk, now);
              case PAUSE, OPEN, CLOSE ->
                  throw new IllegalArgumentException(wanted.act() + " is of no counter");
            });
  }

  private static boolean isAt(Ticket ticket, Desk desk) {
    return ticket.state().atCounter() && ticket.counter().equals(desk.counter());
  }

  private static CompletableFuture<List<Move>> only(Kind kind, Optional<Ticket> ticket) {
    return CompletableFuture.completedFuture(
        ticket.map(t -> List.of(Move.of(kind, t))).orElse(List.of()));
  }

  private CompletableFuture<List<Move>> next(Wanted wanted, Optional<Ticket> there) {
    List<Move> all = new ArrayList<>();
    there.ifPresent(ticket -> all.add(Move.of(Kind.SERVED, ticket)));
    return first(wanted, wanted.service())
        .thenApply(
            called -> {
              called.ifPresent(ticket -> all.add(Move.of(Kind.CALLED, ticket)));
              return all;
            });
  }

  /** Who is called next: the first of a line, or of all lines by their turns. */
  private CompletableFuture<Optional<Ticket>> first(Wanted wanted, @Nullable String service) {
    return first(wanted, service, 1 + Math.min(candidates.of(wanted.shop().id()), FRONT));
  }

  /**
   * @param front so many of each line are looked at
   */
  private CompletableFuture<Optional<Ticket>> first(
      Wanted wanted, @Nullable String service, int front) {
    Shop shop = wanted.shop();
    CompletableFuture<List<Ticket>> all = CompletableFuture.completedFuture(List.of());
    for (ShopService one : shop.services())
      if (service == null || service.equals(one.id()))
        all =
            all.thenCombine(tickets.line(shop.id(), wanted.day(), one.id(), front), Floor::inTurn);
    return all.thenCompose(
        line -> {
          Optional<Ticket> chosen = candidates.choose(shop.id(), wanted.key(), line);
          // Other counters mean all of these; behind them somebody may wait.
          boolean more = chosen.isEmpty() && line.size() >= front && front <= FRONT;
          return more
              ? first(wanted, service, FRONT + 1)
              : CompletableFuture.completedFuture(chosen);
        });
  }

  private static List<Ticket> inTurn(List<Ticket> some, List<Ticket> others) {
    if (some.isEmpty()) return others;
    return Stream.concat(some.stream(), others.stream())
        .sorted(Comparator.comparingLong(Ticket::turn))
        .toList();
  }

  /** Behind the next few, once; then it is over with this ticket. */
  private CompletableFuture<List<Move>> absent(Wanted wanted, Optional<Ticket> there, Instant now) {
    if (there.isEmpty()) return CompletableFuture.completedFuture(List.of());
    Ticket ticket = there.get();
    Optional<ShopService> service = wanted.shop().service(ticket.wish().service());
    if (ticket.missed() > 0 || service.isEmpty()) return only(Kind.MISSED, there);
    return tickets
        .lineAfter(
            wanted.shop().id(), wanted.day(), service.get().id(), ticket.turn(), TicketRules.PASS)
        .thenCombine(
            outlook.view(wanted.shop(), service.get(), wanted.day(), now),
            (behind, view) -> {
              long turn = behind.isEmpty() ? ticket.turn() : Turns.behind(behind.getLast().turn());
              int minutes = view.forecast().wait(behind.size()).likely();
              return List.of(Move.of(Kind.MISSED, ticket, turn, behind.size(), minutes));
            });
  }

  /**
   * Makes the moves of an open act and closes it; the act as it was done, if this call closed it.
   */
  private CompletableFuture<Optional<Deed>> finish(Wanted at, Desk desk, Deed deed, Instant now) {
    Map<String, Ticket> after = new ConcurrentHashMap<>();
    CompletableFuture<?>[] all =
        deed.moves().stream()
            .map(
                move ->
                    moves
                        .make(deed, move, desk.counter(), now)
                        .thenAccept(
                            made -> made.ifPresent(ticket -> after.put(ticket.id(), ticket))))
            .toArray(CompletableFuture[]::new);
    return CompletableFuture.allOf(all)
        .thenCompose(
            _ -> {
              List<Move> made =
                  deed.moves().stream().filter(move -> after.containsKey(move.ticket())).toList();
              boolean lost =
                  deed.moves().stream()
                      .anyMatch(
                          move -> move.kind() == Kind.CALLED && !after.containsKey(move.ticket()));
              return lost ? another(at, desk, deed, now) : close(at, desk, deed, made, after, now);
            });
  }

  /** Somebody else has called whom this counter meant to: the next one then. */
  private CompletableFuture<Optional<Deed>> another(Wanted at, Desk desk, Deed deed, Instant now) {
    List<Move> others = new ArrayList<>();
    for (Move move : deed.moves()) if (move.kind() != Kind.CALLED) others.add(move);
    return first(at, deed.service())
        .thenCompose(
            called -> {
              called.ifPresent(ticket -> others.add(Move.of(Kind.CALLED, ticket)));
              Deed next = deed.with(others);
              Desk doing = desk.doing(next);
              return swap(at, next, desk, doing)
                  .thenCompose(
                      ours ->
                          ours
                              ? finish(at, doing, next, now)
                              : CompletableFuture.completedFuture(Optional.empty()));
            });
  }

  private CompletableFuture<Optional<Deed>> close(
      Wanted at, Desk desk, Deed deed, List<Move> made, Map<String, Ticket> after, Instant now) {
    Deed done = deed.with(made);
    return swap(at, deed, desk, desk.done(deed, made))
        .thenCompose(
            ours ->
                ours
                    ? aftermath.of(made, after, now).thenApply(_ -> Optional.of(done))
                    : CompletableFuture.completedFuture(Optional.empty()));
  }
}
