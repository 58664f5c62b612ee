package ma.jisr.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;
import ma.jisr.base.LocalText;
import ma.jisr.map.hours.Almanac;
import ma.jisr.map.hours.Timetable;
import ma.jisr.service.outbox.Outboxes;
import ma.jisr.service.shops.Duty;
import ma.jisr.service.shops.Nearness;
import ma.jisr.service.shops.Priority;
import ma.jisr.service.shops.Shop;
import ma.jisr.service.shops.ShopFacts;
import ma.jisr.service.shops.ShopService;
import ma.jisr.service.shops.Trade;
import ma.jisr.service.tickets.Act;
import ma.jisr.service.tickets.Staff;
import ma.jisr.service.tickets.Taking;
import ma.jisr.service.tickets.TicketCollections;
import ma.jisr.service.tickets.Tickets;
import ma.jisr.service.tickets.Worked;
import ma.jisr.store.sqlite.SqliteStore;

/**
 * Tickets taken and called in a second on the embedded store, every write durable: in one shop that
 * everybody wants, and in many. People take and counters call at the same time, each as fast as
 * they are answered; a counter serves nobody, so what is measured is the queue alone. Nobody is
 * told: rows stay in the tickets' outboxes. Eight seconds. Arguments: the folder to write in.
 */
public final class TicketBench {
  /** People who ask at once. */
  private static final int PEOPLE = 100;

  private static final int COUNTERS = 20;
  private static final int SHOPS = 500;
  private static final long WARM_SECONDS = 1;
  private static final long SECONDS = 3;
  private static final String SERVICE = "a";

  private final Map<String, Shop> shops = new HashMap<>();
  private final Tickets tickets;
  private final Latencies taking = new Latencies();
  private final Latencies calling = new Latencies();
  private final AtomicLong refused = new AtomicLong();
  private final AtomicLong idle = new AtomicLong();
  private final AtomicLong serial = new AtomicLong();
  private final Phaser under = new Phaser(1);
  private volatile boolean counts;
  private volatile boolean ends;

  private TicketBench(SqliteStore store, int count) {
    for (int i = 0; i < count; i++) shops.put("s" + i, shop("s" + i, count == 1 ? COUNTERS : 1));
    tickets =
        new Tickets(
            store,
            id -> Optional.ofNullable(shops.get(id)),
            Almanac.COMPUTED,
            new Outboxes(),
            Clock.systemUTC(),
            "bench");
  }

  public static void main(String[] args) throws Exception {
    Path folder = Path.of(args[0]);
    System.out.printf(
        "%d people at once, %d counters; load average before: %s%n", PEOPLE, COUNTERS, load());
    run("one shop", folder, 1);
    run(SHOPS + " shops", folder, SHOPS);
    System.out.printf("load average after: %s%n", load());
  }

  private static String load() throws IOException {
    Path load = Path.of("/proc/loadavg");
    return Files.isReadable(load) ? Files.readString(load).split(" ", 2)[0] : "unknown";
  }

  private static void run(String name, Path folder, int shops) throws Exception {
    Path data = folder.resolve("tickets");
    Files.createDirectories(data);
    try (SqliteStore store = SqliteStore.open(data, TicketCollections.specs())) {
      new TicketBench(store, shops).run(name);
    } finally {
      try (var files = Files.walk(data)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
      }
    }
  }

  private void run(String name) throws InterruptedException {
    for (int i = 0; i < PEOPLE; i++) take(new SplittableRandom(i));
    for (int i = 1; i <= COUNTERS; i++) call(i, new SplittableRandom(-i));
    pause(WARM_SECONDS);
    counts = true;
    pause(SECONDS);
    counts = false;
    ends = true;
    under.arriveAndAwaitAdvance();
    System.out.printf(
        "%s: %,d taken/s (p50 %.1f ms, p99 %.1f ms), %,d called/s (p50 %.1f ms, p99 %.1f ms),"
            + " %,d refused as full, %,d found nobody%n",
        name,
        taking.count() / SECONDS,
        taking.millis(0.5),
        taking.millis(0.99),
        calling.count() / SECONDS,
        calling.millis(0.5),
        calling.millis(0.99),
        refused.get(),
        idle.get());
  }

  private static void pause(long seconds) throws InterruptedException {
    Object nobody = new Object();
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    synchronized (nobody) {
      for (long left = seconds * 1_000; left > 0; left = (end - System.nanoTime()) / 1_000_000)
        nobody.wait(left);
    }
  }

  private void take(SplittableRandom random) {
    if (ends) return;
    String who = Long.toString(serial.incrementAndGet());
    String shop = "s" + random.nextInt(shops.size());
    long begin = System.nanoTime();
    under.register();
    CompletableFuture<Taking> taken =
        tickets.take("t" + who, "p" + who, shop, SERVICE, Priority.USUAL, null, null);
    var unused =
        taken.whenCompleteAsync(
            (taking, failure) -> {
              if (counts && taking instanceof Taking.Taken)
                this.taking.add(System.nanoTime() - begin);
              else if (counts) refused.incrementAndGet();
              under.arriveAndDeregister();
              take(random);
            });
  }

  private void call(int counter, SplittableRandom random) {
    if (ends) return;
    boolean one = shops.size() == 1;
    Staff staff = new Staff("staff", "s" + random.nextInt(shops.size()));
    long begin = System.nanoTime();
    under.register();
    CompletableFuture<Worked> called =
        tickets.act(
            "n" + serial.incrementAndGet(),
            staff,
            Act.NEXT,
            one ? Integer.toString(counter) : "1",
            null);
    var unused =
        called.whenCompleteAsync(
            (worked, failure) -> {
              if (counts && worked != null && worked.outcome() == Worked.Outcome.DONE)
                calling.add(System.nanoTime() - begin);
              else if (counts) idle.incrementAndGet();
              under.arriveAndDeregister();
              call(counter, random);
            });
  }

  private static Shop shop(String id, int counters) {
    ShopService service =
        new ShopService(SERVICE, LocalText.same("a"), 1, counters, null, Set.of(), Nearness.USUAL);
    return new Shop(
        id,
        "5900",
        new ShopFacts(
            LocalText.same(id),
            List.of(),
            Trade.POST,
            "place",
            null,
            null,
            Timetable.of("24/7"),
            List.of(service),
            null,
            null,
            Duty.NONE,
            null),
        false,
        true);
  }
}
