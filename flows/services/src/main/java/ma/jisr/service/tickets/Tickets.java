package ma.jisr.service.tickets;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import ma.jisr.map.hours.Almanac;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.outbox.Relay;
import ma.jisr.service.shops.Priority;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopService;
import ma.jisr.store.Store;
import org.jspecify.annotations.Nullable;

/**
 * The queues of shops: people take tickets and wait at home, staff call them. What changes
 * something takes the once key of its call, and may be repeated under it by any node at any time:
 * it happens once. The store decides, nothing is remembered here. Callable from any thread; never
 * blocks. A failed future is no answer: the same may be asked again.
 */
public final class Tickets {
  private final Function<String, Optional<Shop>> shops;
  private final InstantSource clock;
  private final TicketStore tickets;
  private final Guards guards;
  private final SlotBook slots;
  private final Outlook outlook;
  private final Takings takings;
  private final Looks looks;
  private final Changes changes;
  private final Staffing staffing;
  private final Statuses statuses;

  /**
   * @param store opened with {@link TicketCollections#specs}
   * @param shops the shop of an id, as it is now
   * @param node unlike every other's, each time it starts
   */
  public Tickets(
      Store store,
      Function<String, Optional<Shop>> shops,
      Almanac almanac,
      Outboxes outboxes,
      InstantSource clock,
      String node) {
    this.shops = shops;
    this.clock = clock;
    Hours hours = new Hours(almanac);
    this.tickets = new TicketStore(store, outboxes);
    this.guards = new Guards(store);
    this.slots = new SlotBook(store, hours);
    Queues queues = new Queues(store);
    Desks desks = new Desks(store);
    Paces paces = new Paces(store);
    Notices notices = new Notices(shops);
    this.outlook = new Outlook(tickets, queues, desks, paces, hours);
    Aftermath aftermath = new Aftermath(guards, slots, paces);
    Approach approach = new Approach(tickets, outlook, notices, hours);
    this.takings =
        new Takings(tickets, guards, slots, new Dispenser(queues, node), outlook, hours, aftermath);
    this.looks = new Looks(tickets, shops, takings, outlook, approach, aftermath, notices, hours);
    this.changes = new Changes(tickets, shops, outlook, looks, approach, aftermath);
    this.statuses = new Statuses(tickets, queues, desks);
    Floor floor = new Floor(tickets, desks, new Moves(tickets, notices), aftermath, outlook);
    this.staffing =
        new Staffing(tickets, queues, statuses, floor, looks, approach, outlook, notices, hours);
  }

  private record At(Shop shop, ShopService service) {}

  private Optional<At> at(String shop, String service) {
    return shops
        .apply(shop)
        .filter(s -> !s.retired())
        .flatMap(s -> s.service(service).map(x -> new At(s, x)));
  }

  /**
   * Takes a ticket for now, or for a time that was chosen.
   *
   * @param key of the call, at most {@link Ticket#MAX_ID} characters; the ticket's id
   * @param person who asks
   * @param priority as they say of themselves; counts where the shop lets such people go first
   * @param slot one of {@link #freeSlots}; null for as soon as possible
   * @param holder who is to come, when that is somebody else; null for who asks
   */
  public CompletableFuture<Taking> take(
      String key,
      String person,
      String shop,
      String service,
      Priority priority,
      @Nullable Slot slot,
      @Nullable String holder) {
    if (key.isEmpty() || key.length() > Ticket.MAX_ID)
      throw new IllegalArgumentException(
          "the key of a ticket has 1 to " + Ticket.MAX_ID + " characters");
    Optional<At> at = at(shop, service);
    if (at.isEmpty()) return CompletableFuture.completedFuture(new Taking.Unknown());
    Instant now = clock.instant();
    boolean first = at.get().service().classes().contains(priority);
    return tickets
        .get(key)
        .thenCompose(
            found -> {
              // A call that is repeated after midnight means the day on which it was made.
              LocalDate day =
                  found
                      .map(ticket -> ticket.wish().day())
                      .orElseGet(() -> Days.of(slot == null ? now : slot.from()));
              String to = holder == null ? person : holder;
              Priority rank = first ? priority : Priority.USUAL;
              Wish wish = new Wish(person, to, shop, service, day, rank, slot);
              return takings.take(
                  new Takings.Asked(key, at.get().shop(), at.get().service(), wish, 0), found, now);
            });
  }

  /** The next free times of a service from an instant on, in order; none where it has no slots. */
  public CompletableFuture<List<Slot>> freeSlots(
      String shop, String service, Instant from, int most) {
    return at(shop, service)
        .map(at -> slots.free(at.shop(), at.service(), from, most, clock.instant()))
        .orElseGet(() -> CompletableFuture.completedFuture(List.of()));
  }

  /** A line as it is before somebody joins it; empty when there is none. */
  public CompletableFuture<Optional<LineView>> line(String shop, String service) {
    Optional<At> at = at(shop, service);
    if (at.isEmpty()) return CompletableFuture.completedFuture(Optional.empty());
    Instant now = clock.instant();
    LocalDate day = Days.of(now);
    Wish anybody = new Wish("", "", shop, service, day, Priority.USUAL, null);
    return outlook
        .view(at.get().shop(), at.get().service(), day, now)
        .thenCompose(
            view ->
                outlook
                    .before(anybody, Turns.MOST, view)
                    .thenApply(
                        waiting ->
                            Optional.of(
                                new LineView(
                                    waiting,
                                    view.forecast().wait(waiting),
                                    view.begins(),
                                    view.queue().pausedAt(now)))));
  }

  /** The open tickets that somebody holds or has taken for others, the next first. */
  public CompletableFuture<List<Standing>> of(String person) {
    Instant now = clock.instant();
    return guards
        .get(person)
        .thenCompose(
            guard -> tickets.getAll(guard.open().stream().map(Guard.Held::ticket).toList()))
        .thenCompose(
            found -> {
              CompletableFuture<List<Standing>> all =
                  CompletableFuture.completedFuture(new ArrayList<>());
              for (Ticket ticket : found.values())
                if (ticket.isLive())
                  all =
                      all.thenCombine(
                          changes.standing(ticket, now),
                          (list, standing) -> {
                            list.add(standing);
                            return list;
                          });
              return all;
            })
        .thenApply(
            all -> {
              all.sort(
                  Comparator.comparing((Standing s) -> s.ticket().wish().day())
                      .thenComparing(s -> s.estimate().likely()));
              return List.copyOf(all);
            });
  }

  /** The ids of the shops where somebody took tickets last, newest first. */
  public CompletableFuture<List<String>> lastShops(String person) {
    return guards.get(person).thenApply(Guard::shops);
  }

  /** Gives a ticket back, in any state before its end. */
  public CompletableFuture<Change> giveBack(String key, String person, String ticket) {
    return changes.giveBack(key, person, ticket, clock.instant());
  }

  /**
   * Lets others pass for some minutes, 1 to {@link TicketRules#MOST_DELAY}; then it is in its old
   * place again. Also for somebody who has been called and comes late.
   */
  public CompletableFuture<Change> delay(String key, String person, String ticket, int minutes) {
    return changes.delay(key, person, ticket, minutes, clock.instant());
  }

  /** How long somebody needs to come, minutes: they are told so much earlier. */
  public CompletableFuture<Change> travel(String key, String person, String ticket, int minutes) {
    return changes.travel(key, person, ticket, minutes, clock.instant());
  }

  /**
   * A message has not reached somebody: if it was the last about one of their tickets, staff see
   * that. To be told by whoever delivers, as often as they like.
   *
   * @param of whether it was the message that was handed in under this key
   */
  public CompletableFuture<Void> undelivered(String person, Predicate<String> of) {
    return guards
        .get(person)
        .thenCompose(
            guard -> {
              CompletableFuture<Void> all = CompletableFuture.completedFuture(null);
              for (Guard.Held held : guard.open())
                all = all.thenCompose(_ -> unreached(held.ticket(), person, of));
              return all;
            });
  }

  private CompletableFuture<Void> unreached(String ticket, String person, Predicate<String> of) {
    return tickets
        .later(
            ticket,
            "unreached:" + ticket,
            clock.instant(),
            edit -> {
              Ticket before = edit.before();
              String last = Relay.key(TicketStore.SPEC.name(), ticket, edit.outbox().next() - 1);
              boolean theirs = before.isLive() && before.wish().holder().equals(person);
              if (!theirs || before.unreached() || !of.test(last)) return false;
              edit.unreached();
              return true;
            })
        .thenApply(_ -> null);
  }

  /**
   * An act of staff at a counter: {@link Act#NEXT}, ABSENT, RECALL, ARRIVED, SERVED or UNDO.
   *
   * @param key of the call
   * @param counter "1" and up
   * @param service for NEXT, of which queue; null for whoever comes first in any
   */
  public CompletableFuture<Worked> act(
      String key, Staff staff, Act act, String counter, @Nullable String service) {
    Instant now = clock.instant();
    return in(
        staff,
        act,
        shop ->
            staffing.act(new Floor.Wanted(shop, Days.of(now), counter, key, act, service), now));
  }

  /** Nobody is called for some minutes, 1 to {@link TicketRules#MOST_PAUSE}. */
  public CompletableFuture<Worked> pause(String key, Staff staff, int minutes) {
    if (minutes < 1 || minutes > TicketRules.MOST_PAUSE)
      throw new IllegalArgumentException("a pause has 1 to " + TicketRules.MOST_PAUSE + " minutes");
    Instant now = clock.instant();
    return in(staff, Act.PAUSE, shop -> staffing.pause(shop, Days.of(now), key, minutes, now));
  }

  /** Ends a pause; opens what was closed, or what its hours have closed. */
  public CompletableFuture<Worked> open(String key, Staff staff) {
    Instant now = clock.instant();
    return in(staff, Act.OPEN, shop -> staffing.open(shop, Days.of(now), key, now));
  }

  /** Ends the day: all who wait are told. */
  public CompletableFuture<Worked> close(String key, Staff staff) {
    Instant now = clock.instant();
    return in(staff, Act.CLOSE, shop -> staffing.close(shop, Days.of(now), key, now));
  }

  private CompletableFuture<Worked> in(
      Staff staff, Act act, Function<Shop, CompletableFuture<Worked>> by) {
    Optional<Shop> shop = shops.apply(staff.shop()).filter(s -> !s.retired());
    if (shop.isPresent()) return by.apply(shop.get());
    return CompletableFuture.completedFuture(
        new Worked(act, Worked.Outcome.UNKNOWN, 0, "", Status.none(staff.shop())));
  }

  /** How a shop's queues are now: who is served, how many wait. Numbers only. */
  public CompletableFuture<Optional<Status>> status(String shop) {
    Instant now = clock.instant();
    return shops
        .apply(shop)
        .map(s -> statuses.of(s, Days.of(now), now).thenApply(Optional::of))
        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()));
  }

  /** Looks at tickets that are due; how many there were. For a {@link TicketKeeper}. */
  CompletableFuture<Integer> look(Instant now, int most) {
    return looks.due(now, most);
  }

  /** What is noted of somebody's tickets. */
  CompletableFuture<Guard> guard(String person) {
    return guards.get(person);
  }

  /** Takes out what is noted of somebody's tickets. */
  CompletableFuture<Void> forget(String person) {
    return guards.forget(person);
  }
}
