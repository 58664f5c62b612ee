package ma.jisr.service.tickets;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.LocalText;
import ma.jisr.base.VirtualLoop;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.hours.Timetable;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.outbox.Relay;
import ma.jisr.service.shops.Duty;
import ma.jisr.service.shops.Nearness;
import ma.jisr.service.shops.Priority;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopFacts;
import ma.jisr.service.shops.ShopService;
import ma.jisr.service.shops.SlotRule;
import ma.jisr.service.shops.Trade;
import ma.jisr.store.Store;
import ma.jisr.store.memory.MemoryStore;
import org.jspecify.annotations.Nullable;

/**
 * Some shops, a store, a clock that moves when told, and what people were told: the world of a
 * test.
 */
final class Quarter {
  /** A Tuesday, ten in the morning in Morocco. */
  static final Instant TEN = Instant.parse("2026-05-05T09:00:00Z");

  /** Codes are not looked at here. */
  static final String CODE = "5900";

  static final String POST = "post";
  static final String CLINIC = "clinic";
  static final String MAIL = "mail";
  static final String BANK = "bank";
  static final String DOCTOR = "doctor";

  final VirtualLoop loop;
  final Store store;
  final Map<String, Shop> shops = new HashMap<>();

  /** What was told, as {@code person message number}. */
  final List<String> told = new ArrayList<>();

  final Tickets tickets;
  private final Outboxes outboxes = new Outboxes();
  private int keys;

  Quarter() {
    this(new MemoryStore(TicketCollections.specs()), TEN);
  }

  Quarter(Store store, Instant start) {
    this.store = store;
    this.loop = new VirtualLoop(start);
    put(post());
    put(clinic());
    this.tickets = on(store, "node");
    Relay relay = new Relay(loop, store, this::told, Quarter::raised, List.of("tickets"));
    outboxes.connect(relay);
    relay.start();
  }

  void put(Shop shop) {
    shops.put(shop.id(), shop);
  }

  /** Another node, on this store or on one before it that fails. */
  Tickets on(Store by, String node) {
    return new Tickets(
        by, id -> Optional.ofNullable(shops.get(id)), Almanac.COMPUTED, outboxes, loop::now, node);
  }

  /** A node looks at what is due, and goes on doing so. */
  TicketKeeper keeper() {
    TicketKeeper keeper = new TicketKeeper(loop, tickets);
    keeper.start();
    return keeper;
  }

  private static CompletableFuture<Void> raised(String person, Event event, String key) {
    throw new IllegalStateException("tickets tell, and raise nothing");
  }

  private CompletableFuture<Void> told(String person, Notice notice, String key) {
    if (notice.values().get("number") instanceof Value.Whole(long number))
      told.add(person + ' ' + notice.message() + ' ' + number);
    return CompletableFuture.completedFuture(null);
  }

  /** What was told since the last look; what is written is handed in first. */
  List<String> news() {
    loop.run();
    List<String> news = List.copyOf(told);
    told.clear();
    return news;
  }

  String key() {
    return "k" + keys++;
  }

  Taking take(String person) {
    return take(person, POST, MAIL, Priority.USUAL, null);
  }

  Taking take(String person, String shop, String service, Priority priority, @Nullable Slot slot) {
    return now(tickets.take(key(), person, shop, service, priority, slot, null));
  }

  /** The ticket that somebody is given. */
  Ticket taken(String person) {
    return taken(take(person));
  }

  static Ticket taken(Taking taking) {
    return assertInstanceOf(Taking.Taken.class, taking).standing().ticket();
  }

  Ticket stored(String id) {
    return now(new TicketStore(store, outboxes).get(id)).orElseThrow();
  }

  Staff staff(String shop) {
    return new Staff("amina", shop);
  }

  Worked act(Act act) {
    return act(act, "1");
  }

  Worked act(Act act, String counter) {
    return now(tickets.act(key(), staff(POST), act, counter, null));
  }

  static <T> T now(CompletableFuture<T> future) {
    assertTrue(future.isDone(), "a store in memory answers at once");
    return future.join();
  }

  /** Two services, two counters, from 9 to 18 with a break. */
  static Shop post() {
    return shop(
        POST,
        CODE,
        "Mo-Sa 09:00-18:00",
        service(MAIL, 4, 2, null, new Nearness(2, 10)),
        service(BANK, 8, 2, null, new Nearness(2, 10)));
  }

  /** One doctor, times to choose, some go first. */
  static Shop clinic() {
    return shop(
        CLINIC,
        CODE,
        "Mo-Fr 09:00-12:00,14:00-17:00",
        service(DOCTOR, 10, 1, new SlotRule(30, 2, 2), new Nearness(0, 20)));
  }

  static ShopService service(
      String id, int minutes, int counters, @Nullable SlotRule slots, Nearness near) {
    return new ShopService(
        id,
        LocalText.same(id),
        minutes,
        counters,
        slots,
        Set.of(Priority.ELDERLY, Priority.PREGNANT),
        near);
  }

  static Shop shop(String id, String code, String hours, ShopService... services) {
    return new Shop(
        id,
        code,
        new ShopFacts(
            LocalText.same(id),
            List.of(),
            Trade.POST,
            "place",
            null,
            null,
            Timetable.of(hours),
            List.of(services),
            null,
            null,
            Duty.NONE,
            null),
        false,
        true);
  }

  void pass(Duration time) {
    loop.advance(time);
  }
}
