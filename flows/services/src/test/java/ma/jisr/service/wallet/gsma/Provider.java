package ma.jisr.service.wallet.gsma;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import ma.jisr.base.Money;
import ma.jisr.base.Vault;
import ma.jisr.service.wallet.port.Account;
import ma.jisr.service.wallet.port.Capabilities;
import ma.jisr.service.wallet.port.Kind;
import ma.jisr.service.wallet.port.Order;
import org.jspecify.annotations.Nullable;

/** A provider that says what a test tells it to, over real sockets; and a wallet that asks it. */
final class Provider implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  static final String MM = "/v1.2/mm";
  static final UUID CORRELATION = UUID.fromString("5c3d4a52-9a4b-4b3e-8f52-6f5c1f0d7a11");
  static final String SERVER_ID = "0b8a9f0e-2d3c-4e5f-8a6b-7c8d9e0f1a2b";
  static final String PAYER = "212600000001";
  static final String SECRET = "s3cr3t-of-the-test";

  /**
   * One for all tests, which run one after another: starting one takes longer than most of them.
   */
  private static final WireMockServer SERVER = started();

  final WireMockServer server = SERVER;
  final Vertx vertx = Vertx.vertx();
  final StepClock clock = new StepClock(NOW);
  final CallbackTokens callbacks =
      new CallbackTokens(Vault.passing(RandomGenerator.of("L64X128MixRandom")));

  Provider() {
    server.resetAll();
  }

  private static WireMockServer started() {
    WireMockServer server =
        new WireMockServer(
            WireMockConfiguration.options()
                .dynamicPort()
                .bindAddress("127.0.0.1")
                .notifier(new Silent())
                .jettyAcceptors(1)
                .containerThreads(10));
    server.start();
    return server;
  }

  GsmaSettings settings(Credentials credentials) {
    return settings(credentials, server.baseUrl(), Duration.ofSeconds(15));
  }

  /** With little patience, for those who do not answer. */
  GsmaSettings hurried() {
    return settings(
        new Credentials.Basic("jisr", SECRET), server.baseUrl(), Duration.ofMillis(200));
  }

  static GsmaSettings settings(Credentials credentials, String host, Duration answer) {
    return new GsmaSettings(
        "a",
        "Wallet A (ex.)",
        URI.create(host + MM),
        credentials,
        "key-of-the-test",
        "jisr-client",
        "jisr",
        URI.create("https://pay.example/cb/"),
        new Capabilities(Set.of(Kind.values()), true, true, true, true),
        GsmaSettings.USUAL_STATUSES,
        null,
        Encryption.USUAL,
        answer);
  }

  GsmaSettings settings() {
    return settings(new Credentials.Basic("jisr", SECRET));
  }

  GsmaWallet wallet() {
    return wallet(settings());
  }

  GsmaWallet wallet(GsmaSettings settings) {
    return new GsmaWallet(vertx, settings, callbacks, clock, UUID::randomUUID);
  }

  /** 45 DH to a merchant. */
  static Order order() {
    return order(Kind.MERCHANT, Account.organisation("merchant-baraka"), "");
  }

  static Order order(Kind kind, Account payee, String about) {
    return new Order(
        CORRELATION,
        "JSR-7F3K2",
        kind,
        Account.msisdn(PAYER),
        payee,
        about,
        Money.ofDirhams(45),
        NOW);
  }

  /** Says the same to every POST of a path. */
  Provider posted(String path, int status, String body) {
    server.stubFor(post(urlEqualTo(MM + path)).willReturn(json(status, body)));
    return this;
  }

  Provider got(String path, int status, String body) {
    server.stubFor(get(urlEqualTo(MM + path)).willReturn(json(status, body)));
    return this;
  }

  /** Breaks everything that is asked. */
  Provider broken(Fault fault) {
    server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(fault)));
    return this;
  }

  static ResponseDefinitionBuilder json(int status, String body) {
    return aResponse()
        .withStatus(status)
        .withHeader("Content-Type", "application/json")
        .withBody(body);
  }

  List<LoggedRequest> requests() {
    return server.getAllServeEvents().reversed().stream()
        .map(event -> LoggedRequest.createFrom(event.getRequest()))
        .toList();
  }

  static <T extends @Nullable Object> T told(CompletableFuture<T> future) {
    return future.orTimeout(30, TimeUnit.SECONDS).join();
  }

  /** A transaction as a provider tells it, with other members than usual. */
  static String transaction(Map<String, String> other) {
    String json =
        """
        {"transactionReference":"T-88213","transactionReceipt":"88213","type":"merchantpay",
         "transactionStatus":"completed","amount":"45.00","currency":"MAD",
         "requestingOrganisationTransactionReference":"JSR-7F3K2",
         "debitParty":[{"key":"msisdn","value":"+212600000001"}],
         "creditParty":[{"key":"organisationid","value":"merchant-baraka"}],
         "creationDate":"2026-11-20T10:00:01Z"}
        """;
    for (Map.Entry<String, String> one : other.entrySet())
      json = json.replace(one.getKey(), one.getValue());
    return json;
  }

  static String transaction() {
    return transaction(Map.of());
  }

  static String error(String category, String code) {
    return "{\"errorCategory\":\"%s\",\"errorCode\":\"%s\",\"errordescription\":\"x\"}"
        .formatted(category, code);
  }

  static String state(String status) {
    return """
    {"serverCorrelationId":"%s","status":"%s","notificationMethod":"callback",
     "objectReference":"T-88213","pollLimit":10,"expiryTime":"2026-11-20T10:05:00Z"}
    """
        .formatted(SERVER_ID, status);
  }

  @Override
  public void close() {
    told(vertx.close().toCompletionStage().toCompletableFuture());
  }

  /** What was not expected is seen in what the wallet makes of it. */
  private static final class Silent implements Notifier {
    @Override
    public void info(String message) {}

    @Override
    public void error(String message) {}

    @Override
    public void error(String message, Throwable cause) {}
  }
}
