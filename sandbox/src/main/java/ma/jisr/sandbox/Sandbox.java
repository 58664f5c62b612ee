package ma.jisr.sandbox;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.Vertx;
import ma.jisr.sandbox.centre.Centre;
import ma.jisr.sandbox.radio.RadioServer;
import ma.jisr.sandbox.world.Loop;
import ma.jisr.sandbox.world.Timers;

/** A running simulated world: the centre on its port, and the radio beside it. */
public final class Sandbox {
  private final Vertx vertx;
  private final Centre centre;
  private final int port;
  private final String deployment;

  private Sandbox(Vertx vertx, Centre centre, int port, String deployment) {
    this.vertx = vertx;
    this.centre = centre;
    this.port = port;
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
        .compose(
            id ->
                started
                    .future()
                    .map(found -> new Sandbox(vertx, found.centre(), found.port(), id)));
  }

  private record Started(Centre centre, int port) {}

  private static final class World extends VerticleBase {
    private final SandboxSettings settings;
    private final Timers timers;
    private final Promise<Started> started;
    private Runnable removeFile = () -> {};

    World(SandboxSettings settings, Timers timers, Promise<Started> started) {
      this.settings = settings;
      this.timers = timers;
      this.started = started;
    }

    @Override
    public Future<?> start() {
      var loop = new Loop(context, timers);
      var centre = new Centre(loop, settings.link(), settings.centre());
      return centre
          .listen(vertx)
          .compose(
              server ->
                  new RadioServer(centre, settings.folder())
                      .listen(vertx)
                      .onSuccess(
                          undo -> {
                            removeFile = undo;
                            started.complete(new Started(centre, server.actualPort()));
                          }));
    }

    @Override
    public Future<?> stop() {
      Runnable undo = removeFile;
      return vertx.executeBlocking(
          () -> {
            undo.run();
            return undo;
          });
    }
  }

  /** The TCP port of the SMPP server, on the loopback. */
  public int port() {
    return port;
  }

  /** The operator. */
  public Centre centre() {
    return centre;
  }

  /** Closes both servers and every connection, and removes the radio's file. */
  public Future<Void> close() {
    return vertx.undeploy(deployment).mapEmpty();
  }
}
