package ma.jisr.gateway.channel.http;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Asks one provider, whose address stands in the settings: nothing that a payload says changes
 * whom, and redirects are not followed. Futures never fail.
 */
public final class Caller {
  /** Longest answer that is read where nothing else is said, bytes. */
  public static final int MOST_ANSWER = 256 * 1024;

  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final int PLAIN_PORT = 80;
  private static final int TLS_PORT = 443;

  private final HttpClient client;
  private final URI base;
  private final Duration patience;
  private final int most;

  /** One that reads usual answers. */
  public Caller(Vertx vertx, URI base, int connections, Duration patience) {
    this(vertx, base, connections, patience, MOST_ANSWER);
  }

  /**
   * @param base scheme, host, port and the beginning of all paths
   * @param connections at once, and no more requests
   * @param patience until a request counts as unanswered
   * @param most bytes of an answer; of a longer one it is not known what it says
   */
  public Caller(Vertx vertx, URI base, int connections, Duration patience, int most) {
    this.most = most;
    this.base = base;
    this.patience = patience;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions()
                .setConnectTimeout((int) CONNECT.toMillis())
                .setVerifyHost(true)
                .setKeepAlive(true),
            new PoolOptions().setHttp1MaxSize(connections).setMaxWaitQueueSize(connections));
  }

  /**
   * One request.
   *
   * @param path behind the base's, with its query
   */
  public record Ask(HttpMethod method, String path, Map<String, String> headers, Buffer body) {
    public Ask {
      headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
      return "Ask[hidden]";
    }
  }

  /** What became of a request. */
  public sealed interface Heard {
    /** It was answered. */
    record Answer(int status, MultiMap headers, String body) implements Heard {
      @Override
      public String toString() {
        return "Answer[" + status + "]";
      }
    }

    /** It did not leave. */
    record NotSent(String why) implements Heard {}

    /** It may have been done. */
    record Unsure(String why) implements Heard {}
  }

  /** Asks. On the caller's loop. */
  public Future<Heard> ask(Ask ask) {
    boolean tls = "https".equals(base.getScheme());
    int port = base.getPort() > 0 ? base.getPort() : tls ? TLS_PORT : PLAIN_PORT;
    RequestOptions options =
        new RequestOptions()
            .setMethod(ask.method())
            .setHost(base.getHost())
            .setPort(port)
            .setSsl(tls)
            .setURI(path(ask.path()))
            .setConnectTimeout(CONNECT.toMillis())
            .setFollowRedirects(false);
    return client
        .request(options)
        .transform(
            opened ->
                opened.succeeded()
                    ? send(opened.result(), ask)
                    : Future.succeededFuture(new Heard.NotSent(name(opened.cause()))));
  }

  private String path(String rest) {
    String before = base.getRawPath() == null ? "" : base.getRawPath();
    return before.endsWith("/") ? before.substring(0, before.length() - 1) + rest : before + rest;
  }

  private Future<Heard> send(HttpClientRequest request, Ask ask) {
    ask.headers().forEach(request::putHeader);
    return request
        .send(ask.body())
        .compose(response -> read(request, response))
        .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
        .recover(
            failure -> {
              var unused = request.reset();
              return Future.succeededFuture(new Heard.Unsure(name(failure)));
            });
  }

  private Future<Heard> read(HttpClientRequest request, HttpClientResponse response) {
    Buffer body = Buffer.buffer();
    response.handler(
        piece -> {
          body.appendBuffer(piece);
          if (body.length() > most) {
            var unused = request.reset();
          }
        });
    return response
        .end()
        .map(none -> new Heard.Answer(response.statusCode(), response.headers(), body.toString()));
  }

  /** Never the message: it may hold a URL with a secret. */
  private static String name(Throwable failure) {
    return failure.getClass().getSimpleName();
  }

  public Future<Void> close() {
    return client.close();
  }
}
