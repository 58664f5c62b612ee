package ma.jisr.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import java.util.function.Supplier;
import ma.jisr.sandbox.centre.Centre;
import ma.jisr.sandbox.radio.RadioServer;
import ma.jisr.sandbox.wallet.WalletServer;
import ma.jisr.sandbox.world.Loop;
import ma.jisr.sandbox.world.Timers;

/**
 * A running simulated world: the centre on its port, the radio and a provider of wallets beside it.
 */
public final class Sandbox {
  private final Vertx vertx;
  private final Started started;
  private final String deployment;

  private Sandbox(Vertx vertx, Started started, String deployment) {
    this.vertx = vertx;
    this.started = started;
    this.deployment = deployment;
  }

  /** Starts one on the real clock. */
  public static Future<Sandbox> start(Vertx vertx, SandboxSettings settings) {
    return start(vertx, settings, Timers.real(vertx));
  }

  /** Starts one on the given clock. */
  public static Future<Sandbox> start(Vertx vertx, SandboxSettings settings, Timers timers) {
    Promise<Started> started = Promise.promise();
    return vertx
        .deployVerticle(new World(settings, timers, started))
        .compose(id -> started.future().map(found -> new Sandbox(vertx, found, id)));
  }

  private record Started(Centre centre, int port, WalletServer wallet) {}

  private static final class World extends VerticleBase {
    private final SandboxSettings settings;
    private final Timers timers;
    private final Promise<Started> started;
    private Runnable removeFile = () -> {};
    private Supplier<Future<Void>> closeWallet = Future::succeededFuture;

    World(SandboxSettings settings, Timers timers, Promise<Started> started) {
      this.settings = settings;
      this.timers = timers;
      this.started = started;
    }

    @Override
    public Future<?> start() {
      var loop = new Loop(context, timers);
      var centre = new Centre(loop, settings.link(), settings.centre());
      return WalletServer.listen(vertx, loop, centre.prompter(), settings.wallet())
          .compose(
              wallet -> {
                centre.menu(wallet.menu());
                closeWallet = wallet::close;
                return centre
                    .listen(vertx)
                    .compose(server -> radio(new Started(centre, server.actualPort(), wallet)));
              });
    }

    private Future<?> radio(Started found) {
      return new RadioServer(found.centre(), settings.folder())
          .listen(vertx)
          .onSuccess(
              undo -> {
                removeFile = undo;
                started.complete(found);
              });
    }

    @Override
    public Future<?> stop() {
      Runnable undo = removeFile;
      return vertx
          .executeBlocking(
              () -> {
                undo.run();
                return undo;
              })
          .compose(removed -> closeWallet.get());
    }
  }

  /** The TCP port of the SMPP server, on the loopback. */
  public int port() {
    return started.port();
  }

  /** The operator. */
  public Centre centre() {
    return started.centre();
  }

  /** The provider of wallets. */
  public WalletServer wallet() {
    return started.wallet();
  }

  /** Closes all servers and every connection, and removes their files. */
  public Future<Void> close() {
    return vertx.undeploy(deployment).mapEmpty();
  }
}
