package ma.jisr.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthServerTest {
  private final AtomicReference<List<String>> missing = new AtomicReference<>(List.of());
  private final Vertx vertx = Vertx.vertx();
  private int port;

  @BeforeEach
  void start() {
    port =
        HealthServer.start(vertx, "127.0.0.1", 0, missing::get)
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .port();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /livez, 200, alive",
    "GET, /readyz, 200, ready",
    "GET, /, 404, not here",
    "GET, /livez/x, 404, not here",
    "POST, /livez, 405, only GET"
  })
  void aPathIsAnswered(String method, String path, int status, String body) throws Exception {
    assertEquals(status + " " + body, ask(method, path));
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    missing.set(List.of("link iam is down", "store does not answer"));
    assertEquals("503 link iam is down\nstore does not answer", ask("GET", "/readyz"));
    assertEquals("200 alive", ask("GET", "/livez"));
  }

  private String ask(String method, String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
              .method(method, BodyPublishers.noBody())
              .build();
      var response = client.send(request, BodyHandlers.ofString());
      return response.statusCode() + " " + response.body().strip();
    }
  }
}
