package ma.jisr.service.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.LocalText;
import ma.jisr.base.VirtualLoop;
import ma.jisr.flow.signal.Event;
import ma.jisr.flow.signal.Notice;
import ma.jisr.flow.value.Value;
import ma.jisr.map.hours.Almanac;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.outbox.Relay;
import ma.jisr.service.shops.Nearness;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopService;
import ma.jisr.service.shops.SlotRule;
import ma.jisr.store.Document;
import ma.jisr.store.Priority;
import ma.jisr.store.memory.MemoryStore;

/**
 * A town of shops on one simulated day: two nodes on one store, the same for the same seed. Of
 * every second shop the days before are known.
 */
final class Town {
  /** Seven in the morning in Morocco. */
  static final Instant DAWN = Instant.parse("2026-05-05T06:00:00Z");

  private static final int[] MINUTES = {3, 5, 7, 10};

  final SplittableRandom random;
  final VirtualLoop loop = new VirtualLoop(DAWN);
  final Map<String, Shop> shops = new HashMap<>();
  final List<Errand> errands = new ArrayList<>();
  final Map<String, List<Errand>> byPerson = new HashMap<>();
  final Ledger ledger = new Ledger();
  final MemoryStore store = new MemoryStore(TicketCollections.specs(), ledger);
  final Hours hours = new Hours(Almanac.COMPUTED);
  final Outboxes outboxes = new Outboxes();
  private final List<Tickets> nodes = new ArrayList<>();

  /** How much longer than said the services of each shop really take. */
  private final Map<String, Double> slowness = new HashMap<>();

  private final Map<String, Errand> byNumber = new HashMap<>();
  private final Map<String, Naive> naive = new HashMap<>();
  int notices;
  private int keys;

  Town(long seed, int count) {
    random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) build("s" + i, i);
    for (String node : List.of("here", "there"))
      nodes.add(
          new Tickets(
              store,
              id -> Optional.ofNullable(shops.get(id)),
              Almanac.COMPUTED,
              outboxes,
              loop::now,
              node));
    Relay relay =
        new Relay(loop, store, this::tell, Town::raised, List.of(TicketStore.SPEC.name()));
    outboxes.connect(relay);
    relay.start();
    new TicketKeeper(loop, nodes.getFirst()).start();
    new TicketKeeper(loop, nodes.getLast()).start();
  }

  private void build(String id, int i) {
    int minutes = MINUTES[i % MINUTES.length];
    int counters = 1 + i % 3;
    SlotRule slots = i % 4 == 0 ? new SlotRule(30, 1, 0) : null;
    ShopService first = Quarter.service("a", minutes, counters, slots, new Nearness(2, 10));
    ShopService second = Quarter.service("b", minutes, counters, null, new Nearness(1, 15));
    String hours = i % 5 == 0 ? "Mo-Sa 08:00-12:00,14:00-18:00" : "Mo-Sa 08:30-18:30";
    shops.put(
        id,
        i % 3 == 2
            ? Quarter.shop(id, Quarter.CODE, hours, first, second)
            : Quarter.shop(id, Quarter.CODE, hours, first));
    slowness.put(id, 0.7 + 0.7 * random.nextDouble());
    if (i % 2 == 0) for (ShopService service : shop(id).services()) past(id, service);
  }

  /** What the last days were like: ten turns of each hour. */
  private void past(String shop, ShopService service) {
    Pace pace = Pace.NEW;
    for (int hour = 2; hour < 12; hour++)
      for (int turn = 0; turn < 10; turn++) {
        Instant at = DAWN.minus(Duration.ofDays(1)).plus(Duration.ofMinutes(hour * 60 + turn * 5));
        Duration took = service(shop, service.id(), at);
        naive(shop, service.id()).add(took);
        pace = pace.with(at, at.plus(took), false);
      }
    String json = TicketJson.write(pace, "{}").toString();
    Document document = new Document(shop + ':' + service.id(), 0, "past", json);
    store.insert(Paces.SPEC.name(), List.of(document), Priority.BACKGROUND).join();
  }

  /** All turns of a service, and nothing else known. */
  static final class Naive {
    private long seconds;
    private int turns;

    void add(Duration took) {
      seconds += took.toSeconds();
      turns++;
    }

    int minutes(ShopService service, int ahead) {
      double mean = turns == 0 ? service.minutes() * 60 : (double) seconds / turns;
      return (int) Math.round(ahead * mean / service.counters() / 60);
    }
  }

  Naive naive(String shop, String service) {
    return naive.computeIfAbsent(shop + ':' + service, _ -> new Naive());
  }

  Shop shop(String id) {
    return Objects.requireNonNull(shops.get(id));
  }

  ShopService service(String shop, String service) {
    return shop(shop).service(service).orElseThrow();
  }

  /** Whoever holds a number of a shop today. */
  Errand errand(String shop, int number) {
    Errand found = byNumber.get(shop + ':' + number);
    if (found == null) throw new IllegalStateException("nobody has taken number " + number);
    return found;
  }

  /** Somebody sets out to ask for a ticket. */
  void errand(Instant when, String person, String shop, String service) {
    Errand errand = new Errand(this, person, shop, service);
    errands.add(errand);
    byPerson.computeIfAbsent(person, _ -> new ArrayList<>()).add(errand);
    after(
        Duration.between(loop.now(), when),
        () -> {
          errand.ask();
          if (errand.number > 0) byNumber.put(shop + ':' + errand.number, errand);
        });
  }

  boolean hasPast(String shop) {
    return Integer.parseInt(shop.substring(1)) % 2 == 0;
  }

  /** Either node: it makes no difference. */
  Tickets node() {
    return nodes.get(random.nextInt(nodes.size()));
  }

  String key() {
    return "key" + keys++;
  }

  /** How long a service takes: log-normal, slower at noon; now and then nobody presses the key. */
  Duration service(String shop, String service, Instant at) {
    int said = service(shop, service).minutes();
    int hour = Pace.hour(at);
    double ofHour = hour >= 11 && hour < 14 ? 1.35 : hour < 10 ? 0.8 : 1;
    double normal = random.nextGaussian() * 0.5 - 0.125;
    double seconds = said * 60 * slowness.getOrDefault(shop, 1.0) * ofHour * Math.exp(normal);
    if (random.nextInt(100) == 0) seconds *= 8;
    return Duration.ofSeconds((long) Math.max(20, Math.min(seconds, 5_400)));
  }

  void after(Duration time, Runnable task) {
    var unused = loop.after(time, task);
  }

  private static CompletableFuture<Void> raised(String person, Event event, String key) {
    throw new IllegalStateException("tickets tell, and raise nothing");
  }

  /** Most messages take seconds, some minutes, a few are lost. */
  private CompletableFuture<Void> tell(String person, Notice notice, String key) {
    notices++;
    int luck = random.nextInt(100);
    if (notice.values().get("number") instanceof Value.Whole(long number)
        && notice.values().get("shop") instanceof Value.Local(LocalText shop))
      for (Errand errand : byPerson.getOrDefault(person, List.of()))
        if (errand.number == number && shop.equals(LocalText.same(errand.shop))) {
          errand.sent.add(notice.message());
          if (luck >= 97) continue;
          Duration late =
              luck < 85 ? Duration.ofSeconds(5) : Duration.ofSeconds(60L * (1 + luck % 4));
          after(late, () -> errand.told(notice.message()));
        }
    return CompletableFuture.completedFuture(null);
  }
}
