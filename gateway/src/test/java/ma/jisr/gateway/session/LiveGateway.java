package ma.jisr.gateway.session;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.smpp.SmppChannel;
import ma.jisr.gateway.channel.smpp.SmppLink;
import ma.jisr.gateway.delivery.Channels;
import ma.jisr.gateway.delivery.LinkChoice;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.sqlite.SqliteStore;
import org.jspecify.annotations.Nullable;

/** The gateway as it runs: links over real sockets, real loops, the embedded store with faults. */
public final class LiveGateway implements AutoCloseable {
  /** Keys that outlive one gateway. */
  public static final Keys KEYS = TestGateway.keys();

  /** The first link's. */
  public final SmppChannel channel;

  public final MemoryCounters counters = new MemoryCounters();
  private final Vertx vertx = Vertx.vertx();
  private final Map<String, SmppChannel> channels = new HashMap<>();
  private final FaultyStore store;
  private final SessionEngine engine;

  /** With one link. */
  public LiveGateway(
      Path folder, FaultyStore.Plan plan, SmppLink link, String process, int inFlight) {
    this(folder, plan, List.of(link), process, inFlight);
  }

  /**
   * @param links the first is the cheapest
   * @param process new at each start
   * @param inFlight most inputs taken and not yet answered
   */
  public LiveGateway(
      Path folder, FaultyStore.Plan plan, List<SmppLink> links, String process, int inFlight) {
    store = new FaultyStore(SqliteStore.scratch(folder, SessionCollections.specs()), plan);
    SessionSettings usual = SessionSettings.of(process, true);
    List<Loop> loops =
        List.of(VertxLoop.on(vertx, Clock.systemUTC()), VertxLoop.on(vertx, Clock.systemUTC()));
    List<LinkChoice.Candidate> candidates = new ArrayList<>();
    for (SmppLink link : links) {
      channels.put(link.id(), new SmppChannel(link, vertx, Clock.systemUTC(), new Random()));
      candidates.add(
          new LinkChoice.Candidate(link.id(), link.smsc(), List.of(), candidates.size()));
    }
    channel = Objects.requireNonNull(channels.get(links.getFirst().id()));
    engine =
        new SessionEngine(
            new Ground(
                store,
                new EchoStepper(),
                request -> new CompletableFuture<>(),
                name -> Optional.empty(),
                id -> channels.containsKey(id) ? info(id) : null,
                new Lines(channels, new LinkChoice(candidates)),
                KEYS,
                counters),
            loops,
            new Random(),
            new SessionSettings(
                process, true, inFlight, usual.mailbox(), usual.resident(), usual.limits()));
    engine.start();
    for (SmppLink link : links) channel(link.id()).start(engine).join();
  }

  private record Lines(Map<String, SmppChannel> channels, LinkChoice choice) implements Channels {
    @Override
    public @Nullable Channel of(String link) {
      return channels.get(link);
    }
  }

  private static LinkInfo info(String link) {
    return new LinkInfo(
        link, ChannelKind.SMS, "tel", Surface.USSD, Surface.SMS, 0L, 100L, Duration.ofSeconds(30));
  }

  /** The channel of a link that is there. */
  public SmppChannel channel(String link) {
    return Objects.requireNonNull(channels.get(link));
  }

  /** Inputs taken and not yet answered. */
  public int inFlight() {
    return engine.inFlight();
  }

  /** Ends as a crash does: nothing is drained, nothing said to the peer. */
  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
    store.close();
  }
}
