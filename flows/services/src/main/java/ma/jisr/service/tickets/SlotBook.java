package ma.jisr.service.tickets;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopService;
import ma.jisr.service.shops.SlotRule;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.IndexSpec;
import ma.jisr.store.Priority;
import ma.jisr.store.Rewrite;
import ma.jisr.store.Store;

/**
 * Who has which slot: a document for each that anybody has, with the tickets in it. A place is
 * reserved and given back by compare-and-set; by its ticket, so that repeating either changes
 * nothing. Callable from any thread.
 */
final class SlotBook {
  static final CollectionSpec SPEC =
      new CollectionSpec(
          "ticket_slots",
          CollectionSpec.Area.LIVE,
          List.of(new IndexSpec(TicketStore.BY_DAY, List.of(), TicketJson.ENDS)));

  /** Slots looked at together. */
  private static final int PAGE = 48;

  private final Store store;
  private final Hours hours;

  SlotBook(Store store, Hours hours) {
    this.store = store;
    this.hours = hours;
  }

  /** The tickets of one slot. */
  private record Taken(List<String> tickets) {
    Taken {
      tickets = List.copyOf(tickets);
    }
  }

  private static String id(String shop, String service, Instant from) {
    return shop + ':' + service + ':' + from.getEpochSecond() / 60;
  }

  private static int places(ShopService service, SlotRule rule) {
    return rule.capacity() * service.counters();
  }

  /** Whether the shop has this slot, free or not, and it has not begun. */
  boolean offers(Shop shop, ShopService service, Slot slot, Instant now) {
    SlotRule rule = service.slots();
    if (rule == null || slot.minutes() != rule.minutes()) return false;
    LocalDate day = Days.of(slot.from());
    long into = Duration.between(Days.begin(day), slot.from()).toSeconds();
    return slot.from().isAfter(now)
        && !day.isAfter(Days.of(now).plusDays(rule.daysAhead()))
        && into % (rule.minutes() * 60L) == 0
        && hours.open(shop.hours(), slot.from(), Duration.ofMinutes(rule.minutes()));
  }

  /** The next free ones that begin at or after an instant, in order; at most {@code most}. */
  CompletableFuture<List<Slot>> free(
      Shop shop, ShopService service, Instant from, int most, Instant now) {
    SlotRule rule = service.slots();
    if (rule == null || most <= 0) return CompletableFuture.completedFuture(List.of());
    List<Slot> all = candidates(shop, service, rule, from.isAfter(now) ? from : now, now);
    return free(shop, service, rule, all, most, new ArrayList<>());
  }

  private List<Slot> candidates(
      Shop shop, ShopService service, SlotRule rule, Instant from, Instant now) {
    List<Slot> all = new ArrayList<>();
    LocalDate last = Days.of(now).plusDays(rule.daysAhead());
    Duration step = Duration.ofMinutes(rule.minutes());
    for (LocalDate day = Days.of(from); !day.isAfter(last); day = day.plusDays(1)) {
      Instant end = Days.end(day);
      for (Instant at = Days.begin(day); at.isBefore(end); at = at.plus(step)) {
        Slot slot = new Slot(at, rule.minutes());
        if (!at.isBefore(from) && offers(shop, service, slot, now)) all.add(slot);
      }
    }
    return all;
  }

  private CompletableFuture<List<Slot>> free(
      Shop shop, ShopService service, SlotRule rule, List<Slot> left, int most, List<Slot> found) {
    if (left.isEmpty() || found.size() >= most)
      return CompletableFuture.completedFuture(List.copyOf(found));
    List<Slot> some = left.subList(0, Math.min(PAGE, left.size()));
    List<String> ids = some.stream().map(s -> id(shop.id(), service.id(), s.from())).toList();
    return store
        .getAll(SPEC.name(), ids)
        .thenCompose(
            taken -> {
              for (int i = 0; i < some.size() && found.size() < most; i++) {
                var document = taken.get(ids.get(i));
                int gone =
                    document == null
                        ? 0
                        : TicketJson.read(document.json(), Taken.class).tickets().size();
                if (gone < places(service, rule)) found.add(some.get(i));
              }
              return free(shop, service, rule, left.subList(some.size(), left.size()), most, found);
            });
  }

  /** Reserves a place for a ticket; false when none is left. */
  CompletableFuture<Boolean> reserve(ShopService service, Ticket ticket) {
    SlotRule rule = service.slots();
    if (rule == null) return CompletableFuture.completedFuture(false);
    return change(
        ticket,
        "take:" + ticket.id(),
        tickets -> {
          if (tickets.contains(ticket.id())) return true;
          if (tickets.size() >= places(service, rule)) return false;
          return tickets.add(ticket.id());
        });
  }

  /** Gives a ticket's place back, if it has one. */
  CompletableFuture<Void> release(Ticket ticket) {
    if (ticket.wish().slot() == null) return CompletableFuture.completedFuture(null);
    return change(ticket, "end:" + ticket.id(), tickets -> tickets.remove(ticket.id()))
        .thenApply(_ -> null);
  }

  private interface By {
    boolean change(List<String> tickets);
  }

  private CompletableFuture<Boolean> change(Ticket ticket, String writeId, By by) {
    Wish wish = ticket.wish();
    Slot slot = Objects.requireNonNull(wish.slot(), "of a slot only");
    return Rewrite.of(
        store,
        SPEC.name(),
        id(wish.shop(), wish.service(), slot.from()),
        writeId,
        Priority.TURN,
        found -> {
          List<String> before =
              found.map(json -> TicketJson.read(json, Taken.class).tickets()).orElse(List.of());
          List<String> after = new ArrayList<>(before);
          boolean done = by.change(after);
          if (after.equals(before)) return Rewrite.Change.none(done);
          ObjectNode node = TicketJson.write(new Taken(after), found.orElse("{}"));
          node.put(TicketJson.ENDS, Days.end(wish.day()).toEpochMilli());
          return new Rewrite.Change<>(node.toString(), done);
        });
  }
}
