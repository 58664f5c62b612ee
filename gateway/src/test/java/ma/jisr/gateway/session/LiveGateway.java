package ma.jisr.gateway.session;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.flow.ChannelKind;
import ma.jisr.flow.Surface;
import ma.jisr.gateway.channel.smpp.SmppChannel;
import ma.jisr.gateway.channel.smpp.SmppLink;
import ma.jisr.gateway.loop.VertxLoop;
import ma.jisr.gateway.metrics.MemoryCounters;
import ma.jisr.store.FaultyStore;
import ma.jisr.store.sqlite.SqliteStore;

/**
 * The gateway as it runs: a link over a real socket, real loops, the embedded store with faults.
 */
public final class LiveGateway implements AutoCloseable {
  /** Keys that outlive one gateway. */
  public static final Keys KEYS = TestGateway.keys();

  public final SmppChannel channel;
  public final MemoryCounters counters = new MemoryCounters();
  private final Vertx vertx = Vertx.vertx();
  private final FaultyStore store;
  private final SessionEngine engine;

  /**
   * @param process new at each start
   * @param inFlight most inputs taken and not yet answered
   */
  public LiveGateway(
      Path folder, FaultyStore.Plan plan, SmppLink link, String process, int inFlight) {
    store = new FaultyStore(SqliteStore.open(folder, SessionCollections.specs()), plan);
    channel = new SmppChannel(link, vertx, Clock.systemUTC(), new Random());
    SessionSettings usual = SessionSettings.of(process, true);
    LinkInfo info =
        new LinkInfo(
            link.id(),
            ChannelKind.SMS,
            "tel",
            Surface.USSD,
            Surface.SMS,
            0L,
            100L,
            Duration.ofSeconds(30));
    List<Loop> loops =
        List.of(VertxLoop.on(vertx, Clock.systemUTC()), VertxLoop.on(vertx, Clock.systemUTC()));
    engine =
        new SessionEngine(
            new Ground(
                store,
                new EchoStepper(),
                request -> new CompletableFuture<>(),
                name -> Optional.empty(),
                id -> id.equals(link.id()) ? info : null,
                id -> id.equals(link.id()) ? channel : null,
                KEYS,
                counters),
            loops,
            new Random(),
            new SessionSettings(
                process, true, inFlight, usual.mailbox(), usual.resident(), usual.limits()));
    engine.start();
    channel.start(engine).join();
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
