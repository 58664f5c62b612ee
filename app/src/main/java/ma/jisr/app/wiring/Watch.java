package ma.jisr.app.wiring;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import ma.jisr.app.settings.Settings;
import ma.jisr.gateway.api.OperationsPages;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.smpp.SmppChannel;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.gateway.metrics.LinkMeters;
import ma.jisr.gateway.metrics.LoopWatch;
import ma.jisr.gateway.metrics.Meters;
import ma.jisr.gateway.session.SessionEngine;
import ma.jisr.service.notices.cap.Certificates;
import ma.jisr.store.CollectionSpec;
import ma.jisr.store.CollectionSpec.Area;
import ma.jisr.store.Priority;
import ma.jisr.store.Store;

/** What operators see of a running node: its metrics, whether it lives, whether it can serve. */
final class Watch implements OperationsPages, AutoCloseable {
  /** A loop that has not rung for so long is dead: nothing of ours holds one a hundredth of it. */
  static final Duration DEAD = Duration.ofSeconds(10);

  /**
   * Disk space below which the node says that it is not ready: some minutes of full load. Bytes.
   */
  static final long LEAST_DISK = 256L << 20;

  /** How long the probe of the store may take: a healthy commit takes milliseconds. */
  static final Duration STORE_PATIENCE = Duration.ofSeconds(2);

  /** Where the probe writes: a document for each node. */
  static final CollectionSpec PROBE = new CollectionSpec("probes", Area.LIVE, List.of());

  private final Meters meters;
  private final Store store;
  private final Path data;
  private final Executor worker;
  private final List<LoopWatch> loops = new ArrayList<>();
  private final List<SmppChannel> channels = new ArrayList<>();
  private final List<LinkMeters> links = new ArrayList<>();
  private final List<Channel> overHttp = new ArrayList<>();
  private final Clock clock = Clock.systemUTC();
  private final Certificates certificates;

  Watch(Vertx vertx, Meters meters, Store store, Settings settings, Executor worker) {
    this.meters = meters;
    this.store = store;
    this.data = settings.data();
    this.certificates = settings.alerts().certificates();
    this.worker = worker;
    // One context after another on each event loop of the instance: as many as cores.
    for (int i = 0; i < Runtime.getRuntime().availableProcessors(); i++)
      loops.add(
          new LoopWatch(
                  VertxLoop.on(vertx, Clock.systemUTC()),
                  Integer.toString(i),
                  meters,
                  System::nanoTime)
              .start());
    for (String file : List.of("live.db", "bulk.db", "live.db-wal", "bulk.db-wal"))
      meters.gauge("store.bytes", () -> size(data.resolve(file)), "file", file);
    meters.gauge("disk.usable.bytes", this::usable);
    for (String setting : certificates.names())
      meters.gauge(
          "certificate.days.left",
          () -> certificates.daysLeft(setting, clock.instant()),
          "setting",
          setting);
  }

  void watch(SessionEngine engine) {
    meters.gauge("inputs.waiting", engine::inFlight);
    meters.gauge("persons.resident", engine::residents);
  }

  void watch(SmppChannel channel, int window) {
    channels.add(channel);
    links.add(new LinkMeters(channel, window, meters));
  }

  /** One over HTTP: whether it can send. Others at the same door serve on without it. */
  void watch(Channel channel) {
    meters.gauge("link.up", () -> channel.up() ? 1 : 0, "link", channel.link());
    overHttp.add(channel);
  }

  @Override
  public List<String> warnings() {
    List<String> warnings = new ArrayList<>(certificates.warnings(clock.instant()));
    for (Channel channel : overHttp)
      if (!channel.state().equals("up"))
        warnings.add("link " + channel.link() + " " + channel.state());
    return warnings;
  }

  private static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }

  private long usable() {
    try {
      return Files.getFileStore(data).getUsableSpace();
    } catch (IOException e) {
      return 0;
    }
  }

  @Override
  public List<String> dead() {
    List<String> dead = new ArrayList<>();
    for (int i = 0; i < loops.size(); i++)
      if (loops.get(i).silent().compareTo(DEAD) > 0) dead.add("loop " + i + " does not answer");
    return dead;
  }

  @Override
  public CompletableFuture<List<String>> missing() {
    List<String> missing = new ArrayList<>(dead());
    missing.addAll(down());
    return CompletableFuture.supplyAsync(this::usable, worker)
        .thenCombine(
            written(),
            (usable, written) -> {
              if (usable < LEAST_DISK)
                missing.add("disk: less than " + (LEAST_DISK >> 20) + " MB are left");
              if (!written) missing.add("the store does not write");
              return missing;
            });
  }

  /** The links that cannot send. */
  List<String> down() {
    return channels.stream()
        .filter(channel -> !channel.up())
        .map(channel -> "link " + channel.link() + " " + channel.state())
        .toList();
  }

  private CompletableFuture<Boolean> written() {
    return store
        .increment(PROBE.name(), "node", java.util.Map.of("probes", 1L), Priority.BACKGROUND)
        .orTimeout(STORE_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .handle((done, failure) -> failure == null);
  }

  @Override
  public CompletableFuture<String> metrics() {
    return CompletableFuture.allOf(
            links.stream().map(LinkMeters::refresh).toArray(CompletableFuture<?>[]::new))
        .thenApplyAsync(all -> meters.scrape(), worker);
  }

  @Override
  public void close() {
    loops.forEach(LoopWatch::stop);
  }
}
