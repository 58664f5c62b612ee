package ma.jisr.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntSupplier;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.base.Loop;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.limit.Limits;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.gateway.session.Ground;
import ma.jisr.gateway.session.KeyFile;
import ma.jisr.gateway.session.Keys;
import ma.jisr.gateway.session.LinkInfo;
import ma.jisr.gateway.session.SessionCollections;
import ma.jisr.gateway.session.SessionEngine;
import ma.jisr.gateway.session.SessionSettings;
import ma.jisr.store.Query;
import ma.jisr.store.sqlite.SqliteStore;

/**
 * The durable part of a turn at growing numbers of persons on disk: admission, alias, document,
 * sealing, the one write with its indexes, acknowledgement; without flows and wire. Prints for each
 * size the rate of a closed loop in random order, CPU a turn, bytes a person and the time to open.
 * Arguments: a folder for the data (kept, so that a second run need not make the persons again),
 * seconds a size, the numbers of persons.
 */
public final class ScaleBench implements AutoCloseable {
  /** Turns under way at once: what a busy node's links hold together. */
  private static final int IN_FLIGHT = 500;

  /** Between two looks whether anything is left to be taken up, nanoseconds. */
  private static final long LOOK_AGAIN = 100_000_000;

  /** Turns a second while that is taken up. */
  private static final int RATE = Integer.getInteger("rate", 500);

  private static final long MOST_LEFT = 100_000_000;

  /** Some wrote just while the marks were asked for: their next turn, or the sweep, sees to it. */
  private static final int NEARLY_ALL = 200;

  private static final LinkInfo LINK =
      new LinkInfo(
          "rig", ChannelKind.SMS, "tel", Surface.USSD, Surface.SMS, 0L, 0L, Duration.ofSeconds(30));

  private final Vertx vertx;
  private final SqliteStore store;
  private final SessionEngine engine;
  private final Path data;
  private final long opened;
  private final long until;
  private final long left;
  private final AtomicLong refused = new AtomicLong();
  private final ScaleChannel channel = new ScaleChannel();
  private final AtomicInteger serial = new AtomicInteger();

  private ScaleBench(Path folder, int loops) throws IOException {
    data = Files.createDirectories(folder.resolve("data"));
    Path file = folder.resolve("keys");
    SecureRandom random = new SecureRandom();
    Keys keys = Files.exists(file) ? KeyFile.read(file, data) : KeyFile.create(file, random);
    long begin = System.nanoTime();
    store = SqliteStore.open(data, SessionCollections.specs());
    opened = System.nanoTime() - begin;
    SessionSettings settings =
        SessionSettings.of(Long.toHexString(random.nextLong()), true, Limits.none());
    until = System.currentTimeMillis() + settings.lease().toMillis();
    left = unsent(MOST_LEFT, Long.MAX_VALUE).join();
    vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(loops));
    List<Loop> lanes = new ArrayList<>();
    for (int i = 0; i < loops; i++) lanes.add(VertxLoop.on(vertx, Clock.systemUTC()));
    Ground ground =
        new Ground(
            store,
            new ScaleTurns(),
            request -> CompletableFuture.failedFuture(new IllegalStateException("no calls here")),
            name -> Optional.empty(),
            link -> LINK,
            link -> channel,
            keys,
            (what, tags) -> {});
    engine = new SessionEngine(ground, lanes, random, settings);
    channel.start(engine).join();
    engine.start();
  }

  public static void main(String[] args) throws Exception {
    int seconds = Integer.parseInt(args[1]);
    int loops = Integer.getInteger("loops", Runtime.getRuntime().availableProcessors());
    for (String size : Arrays.copyOfRange(args, 2, args.length))
      try (ScaleBench bench = new ScaleBench(Path.of(args[0], size), loops)) {
        bench.measure(Integer.parseInt(size), seconds);
      }
  }

  private void measure(int persons, int seconds) throws Exception {
    Path made = data.resolveSibling("made");
    if (!Files.exists(made)) {
      int[] next = {0};
      run(() -> next[0] < persons ? next[0]++ : -1);
      Files.createFile(made);
    }
    SplittableRandom random = new SplittableRandom(1);
    takenUp(persons, random);
    if (seconds == 0) return;
    long warm = System.nanoTime() + seconds * 500_000_000L;
    run(() -> System.nanoTime() < warm ? random.nextInt(persons) : -1);
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    ThreadCosts cpu = ThreadCosts.now();
    Latencies latencies = run(() -> System.nanoTime() < end ? random.nextInt(persons) : -1);
    double time = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "%,d persons: %,.0f turns/s, p50 %.1f ms, p99 %.1f ms, CPU a turn: %s; %,d bytes a person"
            + " on disk, %,d refused, opened in %,d ms%n",
        persons,
        latencies.count() / time,
        latencies.millis(0.5),
        latencies.millis(0.99),
        cpu.since(latencies.count()),
        size() / persons,
        refused.get(),
        opened / 1_000_000);
  }

  /**
   * Waits until what the last process left under way has been taken up: after a benchmark that is
   * everybody, which no real day leaves. Meanwhile {@link #RATE} of them write a second.
   */
  private void takenUp(int persons, SplittableRandom random) throws Exception {
    Latencies latencies = new Latencies();
    Semaphore room = new Semaphore(IN_FLIGHT);
    ThreadCosts cpu = ThreadCosts.now();
    long begin = System.nanoTime();
    long looked = begin;
    for (long turn = 0; left > 0; turn++) {
      long due = begin + turn * 1_000_000_000L / RATE;
      while (System.nanoTime() < due) LockSupport.parkNanos(due - System.nanoTime());
      room.acquire();
      hear(random.nextInt(persons), due, room, latencies);
      if (due - looked < LOOK_AGAIN) continue;
      looked = due;
      if (unsent(left / NEARLY_ALL + 1, until).get() <= left / NEARLY_ALL) break;
    }
    double time = (System.nanoTime() - begin) / 1e9;
    room.acquire(IN_FLIGHT);
    if (left > 0)
      System.out.printf(
          "%,d persons: of %,d what was left under way was taken up in %.1f s; CPU of each: %s;"
              + " %d turns/s meanwhile, p50 %.1f ms, p99 %.1f ms, %,d refused%n",
          persons,
          left,
          time,
          cpu.since(left),
          RATE,
          latencies.millis(0.5),
          latencies.millis(0.99),
          refused.get());
  }

  /** How many persons have messages of before an instant that nobody has looked after yet. */
  private CompletableFuture<Long> unsent(long most, long before) {
    Query unsent = new Query(SessionCollections.UNSENT, Map.of(), null, before, null, 1);
    return store.count(SessionCollections.PEOPLE, unsent, most);
  }

  private long size() throws IOException {
    return Files.size(data.resolve("live.db"));
  }

  /** Whom to hear next; negative ends it. Returns when all are answered. */
  private Latencies run(IntSupplier next) throws InterruptedException {
    Semaphore room = new Semaphore(IN_FLIGHT);
    Latencies latencies = new Latencies();
    for (int person = next.getAsInt(); person >= 0; person = next.getAsInt()) {
      room.acquire();
      hear(person, System.nanoTime(), room, latencies);
    }
    room.acquire(IN_FLIGHT);
    return latencies;
  }

  private void hear(int person, long due, Semaphore room, Latencies latencies) {
    engine.accept(
        sms(person),
        new Acknowledgement() {
          @Override
          public void accepted() {
            latencies.add(System.nanoTime() - due);
            room.release();
          }

          @Override
          public void busy() {
            refused.incrementAndGet();
            room.release();
          }
        });
  }

  private Inbound sms(int person) {
    return new Inbound(
        "m" + serial.incrementAndGet() + "." + opened,
        "rig",
        Inbound.Act.MESSAGE,
        new Address("tel", "2126" + (10_000_000 + person)),
        "4141",
        "wifi amizmiz",
        null,
        null,
        Assurance.CLAIMED,
        Instant.EPOCH);
  }

  @Override
  public void close() {
    engine.drain().join();
    store.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
