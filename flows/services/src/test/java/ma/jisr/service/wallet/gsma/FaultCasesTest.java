package ma.jisr.service.wallet.gsma;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static ma.jisr.service.wallet.gsma.Provider.MM;
import static ma.jisr.service.wallet.gsma.Provider.error;
import static ma.jisr.service.wallet.gsma.Provider.json;
import static ma.jisr.service.wallet.gsma.Provider.order;
import static ma.jisr.service.wallet.gsma.Provider.state;
import static ma.jisr.service.wallet.gsma.Provider.told;
import static ma.jisr.service.wallet.gsma.Provider.transaction;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.github.tomakehurst.wiremock.http.Fault;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import ma.jisr.service.wallet.port.Answer;
import ma.jisr.service.wallet.port.Health;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What goes wrong between Jisr and a provider, by the numbers of the list of fault cases in
 * docs/wallet.md: nothing that was perhaps done is told as failed, nothing is sent twice.
 */
class FaultCasesTest {
  private static final String PATH = "/transactions/type/merchantpay";
  private static final String RESPONSES = "/responses/" + Provider.CORRELATION;
  private static final String LINK = "{\"link\":\"/transactions/T-88213\"}";

  private final Provider provider = new Provider();

  @AfterEach
  void close() {
    provider.close();
  }

  private Answer submit() {
    return told(provider.wallet().submit(order()));
  }

  private Answer recover() {
    return told(provider.wallet().recover(order()));
  }

  @Test
  void case07_connectRefused() throws Exception {
    int free;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = closed.getLocalPort();
    }
    GsmaSettings nowhere =
        Provider.settings(
            new Credentials.Basic("jisr", Provider.SECRET),
            "http://127.0.0.1:" + free,
            Duration.ofSeconds(15));
    assertInstanceOf(Answer.NotSent.class, told(provider.wallet(nowhere).submit(order())));
  }

  @Test
  void case08_readTimeoutThoughProcessed() {
    provider.server.stubFor(
        post(urlEqualTo(MM + PATH)).willReturn(json(202, state("pending")).withFixedDelay(3_000)));
    provider.got(RESPONSES, 200, LINK).got("/transactions/T-88213", 200, transaction());
    GsmaWallet wallet = provider.wallet(provider.hurried());
    assertEquals(new Answer.Unknown("time-out"), told(wallet.submit(order())));
    assertEquals(new Answer.Completed(SubmitTest.facts()), recover());
    assertEquals(1, posts());
  }

  @Test
  void case09_readTimeoutNotProcessed() {
    provider.server.stubFor(
        post(urlEqualTo(MM + PATH)).willReturn(json(202, state("pending")).withFixedDelay(3_000)));
    provider.got(RESPONSES, 404, error("identification", "identifierError"));
    GsmaWallet wallet = provider.wallet(provider.hurried());
    assertEquals(new Answer.Unknown("time-out"), told(wallet.submit(order())));
    assertEquals(new Answer.Absent(), recover());
    assertEquals(1, posts());
  }

  @ParameterizedTest
  @EnumSource(Fault.class)
  void case10_resetHalfWayInTheBody(Fault fault) {
    provider.broken(fault);
    assertInstanceOf(Answer.Unknown.class, submit());
    assertEquals(1, provider.requests().size());
  }

  @Test
  void case11_503ThenOk() {
    provider.posted(PATH, 503, error("serviceUnavailable", "genericError"));
    assertInstanceOf(Answer.Unknown.class, submit());
    provider.got(RESPONSES, 404, error("identification", "identifierError"));
    assertEquals(new Answer.Absent(), recover());
    provider.posted(PATH, 202, state("pending"));
    assertInstanceOf(Answer.Accepted.class, submit());
    assertEquals(
        1,
        provider.requests().stream()
            .map(r -> r.getHeader("X-CorrelationID"))
            .filter(id -> id != null)
            .distinct()
            .count());
  }

  @Test
  void case12_500ThoughProcessed() {
    provider.posted(PATH, 500, error("internal", "genericError"));
    provider.got(RESPONSES, 200, LINK).got("/transactions/T-88213", 200, transaction());
    assertEquals(new Answer.Unknown("error genericError"), submit());
    assertEquals(new Answer.Completed(SubmitTest.facts()), recover());
  }

  @Test
  void case13_502HtmlOfAProxy() {
    provider.posted(PATH, 502, "<html><body><h1>502 Bad Gateway</h1></body></html>");
    assertEquals(new Answer.Unknown("HTTP 502"), submit());
    provider.got(RESPONSES, 502, "<html></html>");
    assertEquals(new Answer.Unknown("HTTP 502"), recover());
    provider.got(RESPONSES, 404, "<html>not found</html>");
    assertEquals(new Answer.Unknown("HTTP 404"), recover());
  }

  @Test
  void case14_202WithoutAnId() {
    provider.posted(PATH, 202, "{\"status\":\"pending\",\"notificationMethod\":\"polling\"}");
    assertEquals(new Answer.Accepted(null, null, 0), submit());
    provider.posted(
        PATH, 202, "{\"serverCorrelationId\":\"../../admin\\u0000\",\"status\":\"pending\"}");
    assertEquals(new Answer.Accepted(null, null, 0), submit());
  }

  static Stream<String> unreadable() {
    return Stream.of(
        "",
        " ",
        "{",
        "{\"serverCorrelationId\":",
        "pending",
        "\"pending\"",
        "42",
        "\u0000\u0001",
        state("pending") + "x",
        state("pending").replace("}", ",\"status\":\"failed\"}"),
        "[".repeat(20_000),
        "{\"a\":" + "1".repeat(5_000) + "}");
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void case14_202OfMalformedJson(String body) {
    provider.posted(PATH, 202, body);
    assertEquals(new Answer.Unknown("HTTP 202"), submit());
  }

  @Test
  void case14_202WithoutEnd() {
    provider.posted(PATH, 202, "{\"a\":\"" + "x".repeat(Wire.MAX_BODY) + "\"}");
    assertEquals(new Answer.Unknown("a body above 256 KB"), submit());
    provider.posted(PATH, 202, state("pending"));
    assertInstanceOf(Answer.Accepted.class, submit());
  }

  @Test
  void case25_unknownStatusOfATransaction() {
    provider.got("/transactions/T-88213", 200, transaction(Map.of("completed", "sleeping")));
    GsmaWallet wallet = provider.wallet();
    assertEquals(
        new Answer.Unknown("status sleeping"), told(wallet.status(order(), null, "T-88213")));
    provider.got("/transactions/T-88213", 200, transaction(Map.of("completed", "COMPLETED")));
    assertInstanceOf(Answer.Completed.class, told(wallet.status(order(), null, "T-88213")));
    provider.got("/requeststates/" + Provider.SERVER_ID, 200, state("sleeping"));
    assertInstanceOf(Answer.Unknown.class, told(wallet.status(order(), Provider.SERVER_ID, null)));
    provider.posted(PATH, 400, error("theirOwn", "theirOwnCode"));
    assertInstanceOf(Answer.Unknown.class, submit());
  }

  @Test
  void case28_responsesLinkToErrors() {
    provider.got(RESPONSES, 200, "{\"link\":\"/errors/e-1\"}");
    provider.got("/errors/e-1", 200, error("businessRule", "insufficientFunds"));
    assertEquals(
        new Answer.Refused(
            ma.jisr.service.wallet.port.Fault.INSUFFICIENT_FUNDS, "insufficientFunds"),
        recover());
    provider.got("/errors/e-1", 200, error("internal", "genericError"));
    assertInstanceOf(Answer.Unknown.class, recover());
    provider.got("/errors/e-1", 200, error("businessRule", "duplicateRequest"));
    assertInstanceOf(Answer.Unknown.class, recover());
    // The error is not there: that is no error of the payment.
    provider.got("/errors/e-1", 404, error("identification", "identifierError"));
    assertInstanceOf(Answer.Unknown.class, recover());
  }

  static Stream<Arguments> links() {
    return Stream.of(
        Arguments.of("/transactions/T-88213", true),
        Arguments.of("transactions/T-88213", true),
        Arguments.of(MM + "/transactions/T-88213", true),
        Arguments.of("HOST" + MM + "/transactions/T-88213", true),
        Arguments.of("http://10.0.0.7" + MM + "/transactions/T-88213", false),
        Arguments.of("http://169.254.169.254/transactions/T-88213", false),
        Arguments.of("https://127.0.0.1" + MM + "/transactions/T-88213", false),
        Arguments.of("//evil.example/transactions/T-88213", false),
        Arguments.of("http://jisr@127.0.0.1/transactions/T-88213", false),
        Arguments.of("file:///transactions/T-88213", false),
        Arguments.of("javascript:transactions/T-88213", false),
        Arguments.of("/admin/T-88213", false),
        Arguments.of("/transactions/..", false),
        Arguments.of("/transactions/%2e%2e", false),
        Arguments.of("/transactions/", false),
        Arguments.of("/transactions/%zz", false),
        Arguments.of("T-88213", false));
  }

  @ParameterizedTest
  @MethodSource("links")
  void case29_linkAbsoluteRelativeForeign(String link, boolean followed) {
    provider.got("/transactions/T-88213", 200, transaction());
    String told = link.replace("HOST", provider.server.baseUrl());
    provider.got(RESPONSES, 200, "{\"link\":\"" + told + "\"}");
    Answer answer = recover();
    List<String> asked = provider.requests().stream().map(r -> r.getUrl()).toList();
    if (followed) {
      assertEquals(new Answer.Completed(SubmitTest.facts()), answer);
      assertEquals(List.of(MM + RESPONSES, MM + "/transactions/T-88213"), asked);
    } else {
      assertEquals(new Answer.Unknown("a link that leads elsewhere"), answer);
      assertEquals(List.of(MM + RESPONSES), asked);
    }
  }

  @Test
  void case29_redirectsAreNotFollowed() {
    for (int status : new int[] {301, 302, 303, 307, 308}) {
      provider.server.stubFor(
          post(urlEqualTo(MM + PATH))
              .willReturn(aResponse().withStatus(status).withHeader("Location", "/elsewhere")));
      provider.server.stubFor(
          get(urlEqualTo(MM + RESPONSES))
              .willReturn(aResponse().withStatus(status).withHeader("Location", "/elsewhere")));
      assertEquals(new Answer.Unknown("HTTP " + status), submit());
      assertEquals(new Answer.Unknown("HTTP " + status), recover());
    }
    assertEquals(
        0, provider.requests().stream().filter(r -> r.getUrl().equals("/elsewhere")).count());
  }

  @Test
  void case35_tokenExpiredMidFlight() {
    Credentials.OAuth oauth = TokensTest.oauth(provider);
    TokensTest.issue(provider, "first", 3_600);
    GsmaWallet wallet = provider.wallet(provider.settings(oauth));
    provider.posted(PATH, 401, error("authorisation", "clientAuthorisationError"));
    assertEquals(new Answer.NotProcessed("token refused", null), told(wallet.submit(order())));
    TokensTest.issue(provider, "second", 3_600);
    provider.posted(PATH, 202, state("pending"));
    assertInstanceOf(Answer.Accepted.class, told(wallet.submit(order())));
    var orders = provider.requests().stream().filter(r -> r.getUrl().equals(MM + PATH)).toList();
    assertEquals("Bearer first", orders.getFirst().getHeader("Authorization"));
    assertEquals("Bearer second", orders.getLast().getHeader("Authorization"));
    assertEquals(
        orders.getFirst().getHeader("X-CorrelationID"),
        orders.getLast().getHeader("X-CorrelationID"));
  }

  @Test
  void case36_tooManyRequestsWithBackoff() {
    Map<String, Instant> headers =
        Map.of(
            "30", Provider.NOW.plusSeconds(30),
            "86400", Provider.NOW.plusSeconds(3_600),
            "Fri, 20 Nov 2026 10:02:00 GMT", Provider.NOW.plusSeconds(120));
    headers.forEach(
        (header, after) -> {
          provider.server.stubFor(
              post(urlEqualTo(MM + PATH))
                  .willReturn(
                      json(429, error("businessRule", "rateLimitError"))
                          .withHeader("Retry-After", header)));
          assertEquals(new Answer.NotProcessed("too many requests", after), submit());
        });
    // A question that was refused says nothing of the payment.
    provider.got(RESPONSES, 429, error("businessRule", "rateLimitError"));
    assertInstanceOf(Answer.Unknown.class, recover());
  }

  static Stream<Arguments> heartbeats() {
    return Stream.of(
        Arguments.of(200, "{\"serviceStatus\":\"available\"}", Health.UP),
        Arguments.of(200, "{\"serviceStatus\":\"Available\"}", Health.UP),
        Arguments.of(200, "{\"serviceStatus\":\"degraded\",\"delay\":30}", Health.DEGRADED),
        Arguments.of(200, "{\"serviceStatus\":\"unavailable\"}", Health.DOWN),
        Arguments.of(200, "{\"serviceStatus\":\"fine\"}", Health.DOWN),
        Arguments.of(200, "<html>ok</html>", Health.DOWN),
        Arguments.of(503, error("serviceUnavailable", "genericError"), Health.DOWN),
        Arguments.of(404, "", Health.DOWN));
  }

  @ParameterizedTest
  @MethodSource("heartbeats")
  void case37_heartbeat(int status, String body, Health health) {
    provider.got("/heartbeat", status, body);
    assertEquals(health, told(provider.wallet().health()));
  }

  @Test
  void case37_heartbeatOfNobody() {
    provider.broken(Fault.CONNECTION_RESET_BY_PEER);
    assertEquals(Health.DOWN, told(provider.wallet().health()));
    assertNotEquals(0, provider.requests().size());
  }

  private long posts() {
    return provider.requests().stream().filter(r -> r.getUrl().equals(MM + PATH)).count();
  }
}
