package ma.jisr.gateway.api;

import io.netty.handler.codec.http.TooLongHttpHeaderException;
import io.netty.handler.codec.http.TooLongHttpLineException;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.util.Optional;
import ma.jisr.gateway.web.Connections;
import ma.jisr.gateway.web.Encryption;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Patience;

/**
 * One listener of the API. HTTP/1.1, so that one connection asks one thing at a time; nothing is
 * compressed, upgraded or pushed.
 */
public final class ApiServer {
  /** A request line: a path and a query. Bytes. */
  static final int MAX_LINE = 4_096;

  /** All headers of a request. Bytes. */
  static final int MAX_HEADERS = 8_192;

  private final HttpServer server;
  private final Context loop;
  private final Streams streams;
  private final Optional<Encryption> encryption;
  private final Runnable timer;

  private ApiServer(
      Vertx vertx,
      HttpServer server,
      Context loop,
      Streams streams,
      Optional<Encryption> encryption) {
    this.server = server;
    this.loop = loop;
    this.streams = streams;
    this.encryption = encryption;
    this.timer = encryption.isEmpty() ? () -> {} : looking(vertx);
  }

  /** Looks time and again; gives what ends it. */
  private Runnable looking(Vertx vertx) {
    long timer =
        vertx.setPeriodic(
            Encryption.PERIOD_MILLIS,
            id -> {
              var unused = look();
            });
    return () -> vertx.cancelTimer(timer);
  }

  /**
   * Listens.
   *
   * @param admin whether the administration's operations are served here too
   */
  public static Future<ApiServer> start(Vertx vertx, Listener listener, Api api, boolean admin) {
    return start(vertx, listener, api, admin, Patience.USUAL);
  }

  /** The same with another patience. */
  static Future<ApiServer> start(
      Vertx vertx, Listener listener, Api api, boolean admin, Patience patience) {
    Context loop = vertx.getOrCreateContext();
    Reply reply = new Reply(Headers.of(listener.tls().isPresent()));
    Connections connections = new Connections(vertx, api.proxies(), patience);
    Streams streams = new Streams(vertx, loop, connections, reply.always(), patience.beat());
    Router router = new Routes(vertx, loop, api, reply, connections, streams).router(admin);
    Promise<ApiServer> started = Promise.promise();
    loop.runOnContext(
        nothing ->
            encryption(vertx, listener)
                .compose(
                    encryption -> {
                      HttpServerOptions options = options(listener);
                      encryption.ifPresent(e -> e.into(options));
                      HttpServer server =
                          vertx
                              .createHttpServer(options)
                              .connectionHandler(connections::opened)
                              .requestHandler(
                                  request -> {
                                    connections.heard(request);
                                    router.handle(request);
                                  })
                              .invalidRequestHandler(request -> invalid(request, reply));
                      return server
                          .listen()
                          .map(on -> new ApiServer(vertx, on, loop, streams, encryption));
                    })
                .onComplete(started));
    return started.future();
  }

  private static Future<Optional<Encryption>> encryption(Vertx vertx, Listener listener) {
    return listener
        .tls()
        .map(files -> Encryption.of(vertx, files).map(Optional::of))
        .orElseGet(() -> Future.succeededFuture(Optional.empty()));
  }

  private static HttpServerOptions options(Listener listener) {
    return new HttpServerOptions()
        .setHost(listener.host())
        .setPort(listener.port())
        .setMaxInitialLineLength(MAX_LINE)
        .setMaxHeaderSize(MAX_HEADERS)
        .setHttp2ClearTextEnabled(false)
        .setUseAlpn(false)
        .setHandle100ContinueAutomatically(true);
  }

  /** What is no HTTP at all, or too long: told as far as it can be, and the connection ends. */
  private static void invalid(HttpServerRequest request, Reply reply) {
    Throwable cause = request.decoderResult().cause();
    Problem problem =
        switch (cause) {
          case TooLongHttpLineException line -> Problem.plain(414, "The request line is too long");
          case TooLongHttpHeaderException header -> Problem.plain(431, "The headers are too long");
          case null, default -> Problem.malformed("This is not HTTP/1.1");
        };
    request.response().endHandler(nothing -> request.connection().close());
    reply.write(request, Answer.problem(problem).header("connection", "close"));
  }

  public int port() {
    return server.actualPort();
  }

  /** Looks whether the certificate was renewed, and uses it then; whether it was. */
  Future<Boolean> look() {
    return encryption.map(e -> e.look(server)).orElseGet(() -> Future.succeededFuture(false));
  }

  /** Ends all streams, so that their clients come again elsewhere, then everything. */
  public Future<Void> close() {
    timer.run();
    Promise<Void> closed = Promise.promise();
    loop.runOnContext(
        nothing -> {
          streams.stop();
          server.close().onComplete(closed);
        });
    return closed.future();
  }
}
