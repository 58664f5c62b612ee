package ma.jisr.service.wallet.gsma;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.PemTrustOptions;
import java.nio.file.Path;
import java.time.Duration;

/**
 * HTTP to one host. It knows whether anything of a request has left, which decides whether a
 * payment may be sent again; repeats nothing, follows no redirects, reads no endless bodies. What
 * it tells of failures are their kinds, never their messages: those quote addresses, and addresses
 * hold numbers. Its futures never fail; they complete on its own context.
 */
final class Wire {
  /** Longest body that is read: some hundred transactions. Octets. */
  static final int MAX_BODY = 256 * 1024;

  /** Until a connection stands, a place in the pool included. */
  static final Duration CONNECT = Duration.ofSeconds(3);

  /** Connections to one provider: at 1 s an answer, as many requests a second. */
  private static final int MOST_CONNECTIONS = 32;

  /** Requests that wait for a connection; more are not sent at all. */
  private static final int MOST_WAITING = 256;

  /** Below what servers and proxies usually allow, so that they are not the ones who close. */
  private static final int KEPT_SECONDS = 10;

  private static final int MAX_HEADERS = 16 * 1024;

  private final Vertx vertx;
  private final Context context;
  private final Endpoint endpoint;
  private final HttpClient client;

  Wire(Vertx vertx, Context context, Endpoint endpoint, Encryption encryption) {
    this.vertx = vertx;
    this.context = context;
    this.endpoint = endpoint;
    this.client =
        vertx.createHttpClient(
            options(endpoint, encryption),
            new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS).setMaxWaitQueueSize(MOST_WAITING));
  }

  private static HttpClientOptions options(Endpoint endpoint, Encryption encryption) {
    HttpClientOptions options =
        new HttpClientOptions()
            .setSsl(endpoint.encrypted())
            .setConnectTimeout((int) CONNECT.toMillis())
            .setKeepAliveTimeout(KEPT_SECONDS)
            .setMaxHeaderSize(MAX_HEADERS)
            .setMaxRedirects(0);
    Path authorities = encryption.authorities();
    if (authorities != null)
      options.setTrustOptions(new PemTrustOptions().addCertPath(authorities.toString()));
    Path certificate = encryption.certificate();
    Path key = encryption.key();
    if (certificate != null && key != null)
      options.setKeyCertOptions(
          new PemKeyCertOptions().setCertPath(certificate.toString()).setKeyPath(key.toString()));
    return options;
  }

  /** Where everything that it tells is told. */
  Context context() {
    return context;
  }

  Future<Reply> ask(Ask ask) {
    Promise<Reply> reply = Promise.promise();
    context.runOnContext(nothing -> connect(ask, reply));
    return reply.future();
  }

  private void connect(Ask ask, Promise<Reply> reply) {
    String path = endpoint.path() + ask.path();
    RequestOptions options =
        new RequestOptions()
            .setMethod(ask.method())
            .setHost(endpoint.name())
            .setPort(endpoint.port())
            .setURI(path.isEmpty() ? "/" : path)
            .setFollowRedirects(false)
            .setConnectTimeout(CONNECT.toMillis());
    ask.headers().forEach(options::putHeader);
    client
        .request(options)
        .onComplete(
            connected -> {
              if (connected.failed()) reply.tryComplete(new Reply.Never(kind(connected.cause())));
              else send(ask, connected.result(), reply);
            });
  }

  private void send(Ask ask, HttpClientRequest request, Promise<Reply> reply) {
    long timer =
        vertx.setTimer(
            ask.answer().toMillis(), id -> reply.tryComplete(new Reply.Lost("time-out")));
    var unused =
        reply
            .future()
            .onComplete(
                told -> {
                  vertx.cancelTimer(timer);
                  // Whatever ends it before its time ends its connection, too.
                  if (!(told.result() instanceof Reply.Said)) request.reset();
                });
    request.exceptionHandler(e -> reply.tryComplete(new Reply.Lost(kind(e))));
    Buffer body = ask.body();
    (body == null ? request.send() : request.send(body))
        .onComplete(
            answered -> {
              if (answered.failed()) reply.tryComplete(new Reply.Lost(kind(answered.cause())));
              else read(answered.result(), reply);
            });
  }

  private static void read(HttpClientResponse response, Promise<Reply> reply) {
    Buffer body = Buffer.buffer();
    response.handler(
        chunk -> {
          if (body.length() + chunk.length() <= MAX_BODY) body.appendBuffer(chunk);
          else reply.tryComplete(new Reply.Lost("a body above 256 KB"));
        });
    response.exceptionHandler(e -> reply.tryComplete(new Reply.Lost(kind(e))));
    response.endHandler(
        nothing ->
            reply.tryComplete(
                new Reply.Said(
                    response.statusCode(),
                    Shape.of(body.getBytes()),
                    response.getHeader("retry-after"),
                    response.getHeader("x-records-available-count"))));
  }

  private static String kind(Throwable failure) {
    return failure.getClass().getSimpleName();
  }

  Future<Void> close() {
    return client.close();
  }
}
