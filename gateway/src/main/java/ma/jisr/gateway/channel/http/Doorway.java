package ma.jisr.gateway.channel.http;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PemTrustOptions;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import ma.jisr.gateway.metrics.Counters;
import ma.jisr.gateway.web.Connections;
import ma.jisr.gateway.web.Encryption;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Patience;
import ma.jisr.gateway.web.Proxies;

/**
 * The listener at which aggregators and chat platforms call: {@code /links/<link>}. A request is
 * read whole, up to a bound, then its sender is verified, and only then is it looked into. What is
 * turned away is counted by link and reason, and logged nowhere: paths may hold secrets.
 */
public final class Doorway {
  /** Longest body where a door says nothing else, bytes: ten times the largest single message. */
  public static final int MOST_BODY = 256 * 1024;

  /**
   * Bytes of bodies that are being read at once, whoever sends them: who has shown nothing yet can
   * fill no more of the memory.
   */
  static final int MOST_HELD = 32 * 1024 * 1024;

  /** A request line: providers put all into it. Bytes. */
  private static final int MOST_LINE = 8_192;

  private static final int MOST_HEADERS = 16_384;

  private final HttpServer server;
  private final Runnable timer;

  private Doorway(HttpServer server, Runnable timer) {
    this.server = server;
    this.timer = timer;
  }

  /**
   * Listens.
   *
   * @param doors one a link
   * @param proxies whose word on where a request comes from is taken
   */
  public static Future<Doorway> start(
      Vertx vertx,
      Listener listener,
      Proxies proxies,
      Collection<? extends Door> doors,
      Counters counters) {
    Map<String, Door> byLink = new HashMap<>();
    for (Door door : doors)
      if (byLink.put(door.link(), door) != null)
        throw new IllegalArgumentException(door.link() + " has two doors");
    Context loop = vertx.getOrCreateContext();
    Connections connections = new Connections(vertx, proxies, Patience.USUAL);
    Hall hall = new Hall(loop, connections, proxies, Map.copyOf(byLink), counters);
    Promise<Doorway> started = Promise.promise();
    loop.runOnContext(
        nothing ->
            encryption(vertx, listener, doors)
                .compose(encryption -> listen(vertx, listener, connections, hall, encryption))
                .onComplete(started));
    return started.future();
  }

  private static Future<Doorway> listen(
      Vertx vertx,
      Listener listener,
      Connections connections,
      Hall hall,
      Optional<Encryption> encryption) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(listener.host())
            .setPort(listener.port())
            .setMaxInitialLineLength(MOST_LINE)
            .setMaxHeaderSize(MOST_HEADERS)
            .setHttp2ClearTextEnabled(false)
            .setUseAlpn(false)
            .setHandle100ContinueAutomatically(true);
    encryption.ifPresent(e -> e.into(options));
    HttpServer server =
        vertx
            .createHttpServer(options)
            .connectionHandler(connections::opened)
            .requestHandler(hall::enter);
    return server.listen().map(on -> new Doorway(on, looking(vertx, on, encryption)));
  }

  private static Future<Optional<Encryption>> encryption(
      Vertx vertx, Listener listener, Collection<? extends Door> doors) {
    PemTrustOptions callers = new PemTrustOptions();
    for (Door door : doors)
      for (Verifier.Certificate asked : door.verifier().certificates()) {
        if (listener.tls().isEmpty() && asked.header().isEmpty())
          return Future.failedFuture(
              new IllegalArgumentException(
                  "the link "
                      + door.link()
                      + " asks for a certificate, which needs tls, or the"
                      + " header in which a proxy tells it"));
        asked.authorities().pem().forEach(callers::addCertValue);
      }
    return listener
        .tls()
        .map(files -> Encryption.of(vertx, files, callers).map(Optional::of))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  /** Looks for renewed certificates time and again; gives what ends it. */
  private static Runnable looking(Vertx vertx, HttpServer server, Optional<Encryption> encryption) {
    if (encryption.isEmpty()) return () -> {};
    long timer =
        vertx.setPeriodic(
            Encryption.PERIOD_MILLIS,
            id -> {
              var unused = encryption.get().look(server);
            });
    return () -> vertx.cancelTimer(timer);
  }

  public int port() {
    return server.actualPort();
  }

  /** Takes nothing more. */
  public Future<Void> close() {
    timer.run();
    return server.close();
  }
}
