package ma.jisr.gateway.channel.http.ussd;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** An aggregator that calls over a real socket. */
final class Aggregator implements AutoCloseable {
  static final String SECRET = "a secret that both know";
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HttpClient client = HttpClient.newHttpClient();
  private final URI uri;

  Aggregator(int port, String link) {
    this.uri = URI.create("http://127.0.0.1:" + port + "/links/" + link);
  }

  HttpRequest.Builder request() {
    return HttpRequest.newBuilder(uri).timeout(PATIENCE).header("X-Secret", SECRET);
  }

  /** Posts a form. */
  String form(String body) throws IOException, InterruptedException {
    return told(post("application/x-www-form-urlencoded", body));
  }

  String json(String body) throws IOException, InterruptedException {
    return told(post("application/json", body.replace('\'', '"')));
  }

  String xml(String body) throws IOException, InterruptedException {
    return told(post("text/xml", body));
  }

  HttpRequest post(String type, String body) {
    return post(type, body, UTF_8);
  }

  HttpRequest post(String type, String body, Charset charset) {
    return request()
        .header("content-type", type)
        .POST(BodyPublishers.ofString(body, charset))
        .build();
  }

  /** Status and body: "200 CON Menu". */
  String told(HttpRequest request) throws IOException, InterruptedException {
    return told(client.send(request, BodyHandlers.ofString()));
  }

  CompletableFuture<String> later(HttpRequest request) {
    return client.sendAsync(request, BodyHandlers.ofString()).thenApply(Aggregator::told);
  }

  private static String told(HttpResponse<String> response) {
    return (response.statusCode() + " " + response.body()).strip();
  }

  @Override
  public void close() {
    client.close();
  }
}
