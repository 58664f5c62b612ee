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
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
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

  private static final int LOOK_AGAIN_MS = 100;

  private static final LinkInfo LINK =
      new LinkInfo(
          "rig", ChannelKind.SMS, "tel", Surface.USSD, Surface.SMS, 0L, 0L, Duration.ofSeconds(30));

  private final Vertx vertx;
  private final SqliteStore store;
  private final SessionEngine engine;
  private final Path data;
  private final long opened;
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
    String process = Long.toHexString(random.nextLong());
    engine =
        new SessionEngine(ground, lanes, random, SessionSettings.of(process, true, Limits.none()));
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
    long taken = settled();
    SplittableRandom random = new SplittableRandom(1);
    long warm = System.nanoTime() + seconds * 500_000_000L;
    run(() -> System.nanoTime() < warm ? random.nextInt(persons) : -1);
    long begin = System.nanoTime();
    long end = begin + seconds * 1_000_000_000L;
    ThreadCosts cpu = ThreadCosts.now();
    Latencies latencies = run(() -> System.nanoTime() < end ? random.nextInt(persons) : -1);
    double time = (System.nanoTime() - begin) / 1e9;
    System.out.printf(
        "%,d persons: %,.0f turns/s, p50 %.1f ms, p99 %.1f ms, CPU a turn: %s; %,d bytes a person"
            + " on disk, %,d refused, opened in %,d ms, what was left taken up in %,d ms%n",
        persons,
        latencies.count() / time,
        latencies.millis(0.5),
        latencies.millis(0.99),
        cpu.since(latencies.count()),
        size() / persons,
        refused.get(),
        opened / 1_000_000,
        taken / 1_000_000);
  }

  /**
   * Waits until what the last process left under way has been taken up: after a benchmark that is
   * everybody, which no real day leaves. Nanoseconds.
   */
  private long settled() throws Exception {
    long begin = System.nanoTime();
    Query unsent = new Query(SessionCollections.UNSENT, Map.of(), null, Long.MAX_VALUE, null, 1);
    Executor later = CompletableFuture.delayedExecutor(LOOK_AGAIN_MS, TimeUnit.MILLISECONDS);
    while (store.count(SessionCollections.PEOPLE, unsent, 1).get() > 0)
      CompletableFuture.runAsync(() -> {}, later).get();
    return System.nanoTime() - begin;
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
      long begin = System.nanoTime();
      engine.accept(
          sms(person),
          new Acknowledgement() {
            @Override
            public void accepted() {
              latencies.add(System.nanoTime() - begin);
              room.release();
            }

            @Override
            public void busy() {
              refused.incrementAndGet();
              room.release();
            }
          });
    }
    room.acquire(IN_FLIGHT);
    return latencies;
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
