package ma.jisr.service.wallet.gsma;

import static ma.jisr.service.wallet.gsma.Provider.told;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import ma.jisr.base.Vault;
import ma.jisr.service.wallet.port.Hints;
import org.jspecify.annotations.Nullable;

/** A listener for callbacks, who hears them, and a stranger's client. */
final class Calls implements AutoCloseable {
  /** What was heard. */
  record Heard(String provider, UUID correlation, String content) {}

  final CallbackTokens tokens =
      new CallbackTokens(Vault.passing(RandomGenerator.of("L64X128MixRandom")));
  final StepClock clock = new StepClock(Provider.NOW);
  final List<Heard> heard = Collections.synchronizedList(new ArrayList<>());
  final List<String> counted = Collections.synchronizedList(new ArrayList<>());
  final Vertx vertx = Vertx.vertx();
  final CallbackServer server;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Calls(Collection<Callbacks> providers) {
    this(providers, () -> CompletableFuture.completedFuture(null));
  }

  /**
   * @param kept asked for every hint
   */
  Calls(
      Collection<Callbacks> providers, java.util.function.Supplier<CompletableFuture<Void>> kept) {
    Hints hints =
        (provider, correlation, content) -> {
          heard.add(new Heard(provider, correlation, content));
          return kept.get();
        };
    this.server =
        told(
            CallbackServer.start(
                vertx,
                "127.0.0.1",
                0,
                "/cb/",
                providers,
                tokens,
                hints,
                clock,
                (provider, called) -> counted.add(provider + ' ' + called)));
  }

  /** The path that the provider was told for an order. */
  String path(String provider) {
    return "/cb" + tokens.path(provider, Provider.CORRELATION);
  }

  /** A call as a provider makes it, to be made worse. */
  HttpRequest.Builder call(String path, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("Content-Type", "application/json")
        .PUT(HttpRequest.BodyPublishers.ofString(body));
  }

  HttpRequest.Builder dated(String path, String body) {
    return call(path, body).header("X-Date", clock.instant().toString());
  }

  CompletableFuture<Integer> send(HttpRequest.Builder request) {
    return client
        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofString())
        .thenApply(HttpResponse::statusCode);
  }

  int status(HttpRequest.Builder request) {
    return told(send(request));
  }

  /** The status, or 0 when the connection ended before it was seen. */
  int statusOrEnd(HttpRequest.Builder request) throws InterruptedException {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
    } catch (IOException e) {
      return 0;
    }
  }

  static HttpRequest.Builder with(
      HttpRequest.Builder request, String name, @Nullable String value) {
    return value == null ? request : request.header(name, value);
  }

  @Override
  public void close() {
    told(server.close());
    told(vertx.close().toCompletionStage().toCompletableFuture());
    client.close();
  }
}
