package ma.jisr.gateway.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Says whether the process lives ({@code /livez}) and whether it can serve people ({@code
 * /readyz}): 200, or 503 with what is wrong, one a line, after 200 with what is to be seen to; and
 * what it has done ({@code /metrics}, for Prometheus).
 */
public final class HealthServer {
  /** A request line and a few headers; bodies are not read. Bytes. */
  private static final int MAX_HEADER = 8_192;

  /** A connection that says nothing is closed. Seconds. */
  private static final int IDLE_SECONDS = 30;

  /** Longest wait for a page; beyond it, what was asked for is what is wrong. Seconds. */
  private static final int PATIENCE_SECONDS = 5;

  private static final String TEXT = "text/plain; charset=utf-8";
  private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpServer server;

  private HealthServer(HttpServer server) {
    this.server = server;
  }

  public static Future<HealthServer> start(
      Vertx vertx, String host, int port, OperationsPages pages) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(port)
            .setMaxHeaderSize(MAX_HEADER)
            .setIdleTimeout(IDLE_SECONDS);
    return vertx
        .createHttpServer(options)
        .requestHandler(request -> answer(request, pages))
        .listen()
        .map(HealthServer::new);
  }

  public int port() {
    return server.actualPort();
  }

  public Future<Void> close() {
    return server.close();
  }

  private static void answer(HttpServerRequest request, OperationsPages pages) {
    HttpServerResponse response = request.response().putHeader("cache-control", "no-store");
    if (!request.method().equals(HttpMethod.GET)) {
      end(response.putHeader("allow", "GET"), 405, TEXT, "only GET\n");
      return;
    }
    switch (String.valueOf(request.path())) {
      case "/livez" -> health(response, "alive", pages.dead());
      case "/readyz" ->
          told(
              response, pages.missing(), found -> health(response, ready(pages.warnings()), found));
      case "/metrics" ->
          told(response, pages.metrics(), text -> end(response, 200, PROMETHEUS, text));
      default -> end(response, 404, TEXT, "not here\n");
    }
  }

  /** What is not wrong yet keeps nobody from being served. */
  private static String ready(List<String> warnings) {
    StringBuilder lines = new StringBuilder("ready");
    for (String warning : warnings) lines.append("\nwarning: ").append(warning);
    return lines.toString();
  }

  private static <T> void told(
      HttpServerResponse response, CompletableFuture<T> page, java.util.function.Consumer<T> then) {
    var unused =
        page.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .whenComplete(
                (value, failure) -> {
                  if (failure == null) then.accept(value);
                  else end(response, 503, TEXT, "no answer in time\n");
                });
  }

  private static void health(HttpServerResponse response, String well, List<String> wrong) {
    end(
        response,
        wrong.isEmpty() ? 200 : 503,
        TEXT,
        (wrong.isEmpty() ? well : String.join("\n", wrong)) + "\n");
  }

  /** A response that the client has given up is not written any more. */
  private static void end(HttpServerResponse response, int status, String type, String body) {
    if (response.closed() || response.ended()) return;
    var unused = response.setStatusCode(status).putHeader("content-type", type).end(body);
  }
}
