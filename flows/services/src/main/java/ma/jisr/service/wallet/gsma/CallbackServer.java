package ma.jisr.service.wallet.gsma;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import ma.jisr.service.wallet.port.Hints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where providers call back: a listener of its own, so that nothing else of Jisr stands open to
 * them. It answers 204 only when the hint is durable; strangers learn nothing but 401. It writes
 * neither paths nor bodies anywhere. TLS is ended before it, by whatever faces the provider.
 */
public final class CallbackServer {
  /** Connections at once: a provider keeps a few. */
  static final int MOST_CONNECTIONS = 256;

  /** From a request's head to its answer: a slow line, then a durable write. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** Longest wait for a hint to be durable. */
  private static final Duration KEEPING = Duration.ofSeconds(10);

  private static final int IDLE_SECONDS = 30;
  private static final int MAX_LINE = 1_024;
  private static final int MAX_HEADERS = 8_192;

  private static final Logger LOG = LoggerFactory.getLogger(CallbackServer.class);

  private final Vertx vertx;
  private final Context context;
  private final CallbackGate gate;
  private final Hints hints;
  private final BiConsumer<String, Called> counter;
  private final HttpServer server;

  /** Confined to the context. */
  private int connections;

  private CallbackServer(
      Vertx vertx,
      HttpServerOptions options,
      CallbackGate gate,
      Hints hints,
      BiConsumer<String, Called> counter) {
    this.vertx = vertx;
    this.context = vertx.getOrCreateContext();
    this.gate = gate;
    this.hints = hints;
    this.counter = counter;
    this.server =
        vertx.createHttpServer(options).connectionHandler(this::opened).requestHandler(this::heard);
  }

  /**
   * Listens.
   *
   * @param port 0 for any that is free
   * @param prefix the path of every provider's callback base, "" for none
   * @param tokens of the same key as the {@link GsmaWallet}s'
   * @param counter told of every call: the provider's id, "" for a stranger's, and what came of it
   */
  public static CompletableFuture<CallbackServer> start(
      Vertx vertx,
      String host,
      int port,
      String prefix,
      Collection<Callbacks> providers,
      CallbackTokens tokens,
      Hints hints,
      Clock clock,
      BiConsumer<String, Called> counter) {
    CallbackGate gate =
        new CallbackGate(
            providers.stream().collect(Collectors.toMap(Callbacks::provider, Function.identity())),
            tokens,
            prefix.endsWith("/") ? prefix.substring(0, prefix.length() - 1) : prefix,
            clock);
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(port)
            .setIdleTimeout(IDLE_SECONDS)
            .setMaxInitialLineLength(MAX_LINE)
            .setMaxHeaderSize(MAX_HEADERS)
            .setHttp2ClearTextEnabled(false)
            .setHandle100ContinueAutomatically(true);
    CallbackServer made = new CallbackServer(vertx, options, gate, hints, counter);
    CompletableFuture<CallbackServer> started = new CompletableFuture<>();
    made.context.runOnContext(
        nothing ->
            made.server
                .listen()
                .onComplete(
                    on -> {
                      if (on.succeeded()) started.complete(made);
                      else started.completeExceptionally(on.cause());
                    }));
    return started;
  }

  public int port() {
    return server.actualPort();
  }

  public CompletableFuture<Void> close() {
    return server.close().toCompletionStage().toCompletableFuture();
  }

  /** One call a connection, and a while for it: who sends an octet now and then holds no place. */
  private void opened(HttpConnection connection) {
    if (connections >= MOST_CONNECTIONS) {
      var unused = connection.close();
      return;
    }
    connections++;
    long timer =
        vertx.setTimer(
            PATIENCE.toMillis(),
            id -> {
              var unused = connection.close();
            });
    connection.closeHandler(
        nothing -> {
          connections--;
          vertx.cancelTimer(timer);
        });
  }

  private void heard(HttpServerRequest request) {
    if (!request.method().equals(HttpMethod.PUT)) {
      answer(request, "", Called.NOT_PUT);
      return;
    }
    CallbackGate.Known known = gate.known(request.path(), request.getHeader("x-correlationid"));
    if (known == null) answer(request, "", Called.FORGED);
    else if (!gate.fresh(known.provider(), request.getHeader("x-date")))
      answer(request, known.provider().provider(), Called.STALE);
    else read(request, known);
  }

  private void read(HttpServerRequest request, CallbackGate.Known known) {
    Buffer body = Buffer.buffer();
    String provider = known.provider().provider();
    request.handler(
        chunk -> {
          if (request.response().ended()) return;
          if (body.length() + chunk.length() <= Wire.MAX_BODY) body.appendBuffer(chunk);
          else answer(request, provider, Called.TOO_LONG);
        });
    request.endHandler(
        nothing -> {
          if (!request.response().ended()) judge(request, known, body.getBytes());
        });
  }

  private void judge(HttpServerRequest request, CallbackGate.Known known, byte[] body) {
    String provider = known.provider().provider();
    if (!CallbackGate.signed(known.provider(), request.headers(), body)) {
      answer(request, provider, Called.UNSIGNED);
      return;
    }
    if (!CallbackGate.told(body)) {
      answer(request, provider, Called.GARBAGE);
      return;
    }
    var unused =
        keep(known, body)
            .orTimeout(KEEPING.toSeconds(), TimeUnit.SECONDS)
            .whenComplete(
                (done, failure) ->
                    context.runOnContext(
                        nothing -> {
                          if (failure != null)
                            LOG.warn(
                                "{}: a call was not kept: {}",
                                provider,
                                failure.getClass().getSimpleName());
                          answer(
                              request, provider, failure == null ? Called.HEARD : Called.NOT_KEPT);
                        }));
  }

  /** Its own copy, so that who hears is not ended by our patience. */
  private CompletableFuture<Void> keep(CallbackGate.Known known, byte[] body) {
    try {
      return hints
          .heard(known.provider().provider(), known.correlation(), Client.sha256(body))
          .copy();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  /** What is still being sent is read to its end and dropped, so that the answer is seen. */
  private void answer(HttpServerRequest request, String provider, Called called) {
    counter.accept(provider, called);
    HttpServerResponse response = request.response();
    if (response.ended() || response.closed()) return;
    response.setStatusCode(called.status()).putHeader("connection", "close");
    if (called == Called.NOT_PUT) response.putHeader("allow", "PUT");
    Runnable close =
        () -> {
          var unused = request.connection().close();
        };
    boolean whole = request.isEnded();
    if (!whole) request.handler(chunk -> {}).endHandler(nothing -> close.run());
    var unused =
        response
            .end()
            .onComplete(
                nothing -> {
                  if (whole) close.run();
                });
  }
}
