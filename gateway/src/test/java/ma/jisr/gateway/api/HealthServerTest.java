package ma.jisr.gateway.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import ma.jisr.gateway.metrics.Meters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthServerTest {
  private final AtomicReference<List<String>> missing = new AtomicReference<>(List.of());
  private final AtomicReference<List<String>> warnings = new AtomicReference<>(List.of());
  private final AtomicReference<List<String>> dead = new AtomicReference<>(List.of());
  private final Vertx vertx = Vertx.vertx();
  private final Meters meters = new Meters();
  private final OperationsPages pages =
      new OperationsPages() {
        @Override
        public List<String> dead() {
          return dead.get();
        }

        @Override
        public CompletableFuture<List<String>> missing() {
          return CompletableFuture.supplyAsync(missing::get);
        }

        @Override
        public List<String> warnings() {
          return warnings.get();
        }

        @Override
        public CompletableFuture<String> metrics() {
          return CompletableFuture.supplyAsync(meters::scrape);
        }
      };
  private int port;

  @BeforeEach
  void start() {
    port =
        HealthServer.start(vertx, "127.0.0.1", 0, pages)
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
  void whatIsToBeSeenToKeepsNobodyFromBeingServed() throws Exception {
    warnings.set(List.of("alerts.signing: the certificate ends in 9 days"));
    assertEquals(
        "200 ready\nwarning: alerts.signing: the certificate ends in 9 days",
        ask("GET", "/readyz"));
    missing.set(List.of("link iam is down"));
    assertEquals("503 link iam is down", ask("GET", "/readyz"));
  }

  @Test
  void whatIsMissingIsNamed() throws Exception {
    missing.set(List.of("link iam is down", "store does not answer"));
    assertEquals("503 link iam is down\nstore does not answer", ask("GET", "/readyz"));
    assertEquals("200 alive", ask("GET", "/livez"));
  }

  @Test
  void aDeadLoopIsNamed() throws Exception {
    dead.set(List.of("loop 1 does not answer"));
    assertEquals("503 loop 1 does not answer", ask("GET", "/livez"));
  }

  /** Every line is a comment or a sample: a name, perhaps labels, and a number. */
  @Test
  void metricsAreInPrometheusTextFormat() throws Exception {
    meters.count("turn.refused", Map.of("reason", "mailbox"));
    String page = ask("GET", "/metrics");
    assertTrue(page.startsWith("200 #"), page);
    assertTrue(page.contains("jisr_turn_refused_total{reason=\"mailbox\"} 1.0"), page);
    Pattern sample =
        Pattern.compile(
            "[a-zA-Z_:][a-zA-Z0-9_:]*(\\{[a-zA-Z0-9_]+=\"[^\"]*\"(,[a-zA-Z0-9_]+=\"[^\"]*\")*\\})?"
                + " (NaN|[+-]Inf|-?[0-9.]+([eE][+-]?[0-9]+)?)");
    for (String line : page.substring(4).lines().toList())
      assertTrue(line.startsWith("# ") || sample.matcher(line).matches(), line);
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
