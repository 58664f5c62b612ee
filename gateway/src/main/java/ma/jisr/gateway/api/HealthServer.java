package ma.jisr.gateway.api;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.function.Supplier;

/**
 * Says whether the process lives ({@code /livez}: 200 while it answers) and whether it can serve
 * people ({@code /readyz}: 200, or 503 with what is missing, one a line).
 */
public final class HealthServer {
  /** A request line and a few headers; bodies are not read. Bytes. */
  private static final int MAX_HEADER = 8_192;

  /** A connection that says nothing is closed. Seconds. */
  private static final int IDLE_SECONDS = 30;

  private final HttpServer server;

  private HealthServer(HttpServer server) {
    this.server = server;
  }

  /**
   * @param missing what is not ready, empty when all is; called on the server's loop, must not
   *     block
   */
  public static Future<HealthServer> start(
      Vertx vertx, String host, int port, Supplier<List<String>> missing) {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(host)
            .setPort(port)
            .setMaxHeaderSize(MAX_HEADER)
            .setIdleTimeout(IDLE_SECONDS);
    return vertx
        .createHttpServer(options)
        .requestHandler(request -> answer(request, missing))
        .listen()
        .map(HealthServer::new);
  }

  public int port() {
    return server.actualPort();
  }

  public Future<Void> close() {
    return server.close();
  }

  private static void answer(HttpServerRequest request, Supplier<List<String>> missing) {
    var response =
        request
            .response()
            .putHeader("content-type", "text/plain; charset=utf-8")
            .putHeader("cache-control", "no-store");
    if (!request.method().equals(HttpMethod.GET)) {
      response.setStatusCode(405).putHeader("allow", "GET").end("only GET\n");
      return;
    }
    switch (String.valueOf(request.path())) {
      case "/livez" -> response.end("alive\n");
      case "/readyz" -> {
        List<String> waiting = missing.get();
        response
            .setStatusCode(waiting.isEmpty() ? 200 : 503)
            .end(waiting.isEmpty() ? "ready\n" : String.join("\n", waiting) + "\n");
      }
      default -> response.setStatusCode(404).end("not here\n");
    }
  }
}
