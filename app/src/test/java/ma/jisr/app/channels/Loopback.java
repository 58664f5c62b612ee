package ma.jisr.app.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.Executor;

/** A provider's two ends on this machine: where it is called, and how it calls the product. */
final class Loopback implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private volatile int door;

  /** Where the product calls, answered from now on one call at a time. */
  static HttpServer serve(String path, HttpHandler handler) {
    return serve(path, handler, Runnable::run);
  }

  static HttpServer serve(String path, HttpHandler handler, Executor threads) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(path, handler);
      server.setExecutor(threads);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  void meets(int port) {
    door = port;
  }

  int door() {
    return door;
  }

  /**
   * A call of the product's door.
   *
   * @param path behind {@code /links/}
   */
  HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door + "/links/" + path));
  }

  HttpRequest post(String path, String media, String body, String... headers) {
    HttpRequest.Builder request = at(path).header("content-type", media);
    if (headers.length > 0) request.headers(headers);
    return request.POST(HttpRequest.BodyPublishers.ofString(body)).build();
  }

  HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
    return client.send(request, BodyHandlers.ofString());
  }

  /** What the product says to it; that it takes it is asserted. */
  String accepted(HttpRequest request) throws IOException, InterruptedException {
    return accepted(send(request));
  }

  static String accepted(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) throw new AssertionError("answered " + answer.statusCode());
    return answer.body();
  }

  /** The same once or twice. */
  Troubles.Delivery delivery(HttpRequest request) {
    return twice -> {
      String unused = accepted(request);
      if (twice) unused = accepted(request);
    };
  }

  /** Without waiting for an answer. */
  void tell(HttpRequest request) {
    var unused = client.sendAsync(request, BodyHandlers.discarding());
  }

  @Override
  public void close() {
    client.close();
  }
}
