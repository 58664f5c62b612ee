package ma.jisr.gateway.channel.http.message;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.exactly;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import ma.jisr.base.Address;
import ma.jisr.base.Assurance;
import ma.jisr.flow.Urgency;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.channel.Taken;
import ma.jisr.gateway.channel.http.Doorway;
import ma.jisr.gateway.channel.http.Verifier;
import ma.jisr.gateway.channel.http.message.provider.Twilio;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Proxies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A link to a provider over real sockets, both ways. */
class HttpMessagesTest implements Receiver {
  private static final String SECRET = "a-secret-of-sixteen";
  private static final String PATH = "/2010-04-01/Accounts/AC1/Messages.json";

  private final Vertx vertx = Vertx.vertx();
  private final WireMockServer platform = new WireMockServer(options().dynamicPort());
  private final BlockingQueue<Inbound> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
  private final BlockingQueue<Taken> taken = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> ready = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> ignored = new LinkedBlockingQueue<>();
  private volatile boolean busy;
  private HttpMessages channel;
  private Doorway doorway;

  @BeforeEach
  void start() {
    platform.start();
    open(link(URI.create(platform.baseUrl()), 8, 1_000));
  }

  private void open(HttpMessageLink link) {
    channel =
        new HttpMessages(
            link,
            new Twilio("AC1", "token", ""),
            vertx,
            Clock.systemUTC(),
            new Random(7),
            (what, tags) -> {
              if (what.equals("http.ignored")) ignored.add(tags.get("what"));
            });
    channel.start(this).join();
    doorway =
        Doorway.start(
                vertx,
                new Listener("127.0.0.1", 0, Optional.empty()),
                Proxies.NONE,
                List.of(channel),
                (what, tags) -> {})
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  private static HttpMessageLink link(URI base, int queued, int rate) {
    return new HttpMessageLink(
        "tw",
        "tel",
        "tw",
        new Verifier.Header("X-Secret", new Verifier.Secret(SECRET)),
        base,
        4,
        rate,
        queued,
        "212",
        Assurance.CLAIMED,
        new HttpMessageLink.Timers(
            Duration.ofSeconds(2),
            Duration.ofMillis(20),
            Duration.ofSeconds(5),
            Duration.ofMillis(30)));
  }

  @AfterEach
  void stop() {
    doorway.close().toCompletionStage().toCompletableFuture().join();
    platform.stop();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aMessageIsTakenAndItsFateTold() throws Exception {
    answers(201, "{\"sid\":\"SM1\"}");
    assertEquals(new Sent.Taken(List.of("SM1")), channel.send(message("m1")).join());
    Taken mark = taken.poll(5, TimeUnit.SECONDS);
    assertEquals("SM1", mark.messageId());
    assertEquals("m1", mark.message().id());
    assertEquals(200, call("MessageSid=SM1&MessageStatus=delivered"));
    Receipt receipt = receipts.poll(5, TimeUnit.SECONDS);
    assertEquals(Receipt.State.DELIVERED, receipt.state());
    assertEquals("SM1", receipt.names().getFirst().id());
  }

  private void answers(int status, String body) {
    platform.stubFor(
        post(urlPathEqualTo(PATH)).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  @Test
  void whatAPersonSendsIsAnsweredWhenItIsKept() throws Exception {
    String words = "MessageSid=SM7&From=%2B212661000001&To=2121&Body=wifi+amizmiz";
    busy = true;
    assertEquals(429, call(words));
    busy = false;
    assertEquals(200, call(words));
    Inbound first = heard.poll(5, TimeUnit.SECONDS);
    assertEquals(200, call(words));
    assertEquals("wifi amizmiz", first.text());
    assertEquals("212661000001", first.from().value());
    assertEquals("2121", first.code());
    assertEquals(first.id(), heard.poll(5, TimeUnit.SECONDS).id(), "the same to the engine");
  }

  @Test
  void namesAndShortCodesAreNotAnswered() throws Exception {
    assertEquals(200, call("MessageSid=SM8&From=MyBank&To=2121&Body=code"));
    assertEquals(200, call("MessageSid=SM9&From=777&To=2121&Body=code"));
    assertTrue(heard.isEmpty());
  }

  @Test
  void badOnesAreTurnedAway() throws Exception {
    assertEquals(400, call("From=%2B212661000001&Body=x"));
    assertEquals(401, call("MessageSid=SM9&From=%2B212661000001&Body=x", "wrong"));
    assertTrue(heard.isEmpty());
  }

  @Test
  void whatIsTooLongIsCutOrNotHeard() throws Exception {
    String from = "&From=%2B212661000001&To=2121&Body=";
    String surrogate = "%F0%9F%98%80";
    assertEquals(200, call("MessageSid=SM1" + from + "x".repeat(4_095) + surrogate + "x"));
    assertEquals("x".repeat(4_095), heard.poll(5, TimeUnit.SECONDS).text(), "no half character");
    assertEquals(200, call("MessageSid=" + "S".repeat(257) + from + "x"));
    assertEquals(200, call("MessageSid=SM1&From=%2B212661000001&Body=x&To=" + "2".repeat(257)));
    assertEquals(200, call("MessageSid=" + "S".repeat(257) + "&MessageStatus=delivered"));
    assertEquals(List.of("malformed", "malformed", "malformed"), List.copyOf(ignored));
    assertTrue(heard.isEmpty() && receipts.isEmpty());
  }

  @Test
  void whoThrottlesIsAskedAgain() {
    platform.stubFor(
        post(urlPathEqualTo(PATH))
            .inScenario("throttle")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(aResponse().withStatus(429).withHeader("Retry-After", "0"))
            .willSetStateTo("open"));
    platform.stubFor(
        post(urlPathEqualTo(PATH))
            .inScenario("throttle")
            .whenScenarioStateIs("open")
            .willReturn(aResponse().withStatus(201).withBody("{\"sid\":\"SM2\"}")));
    assertEquals(new Sent.Taken(List.of("SM2")), channel.send(message("m1")).join());
    platform.verify(exactly(2), anyRequestedFor(anyUrl()));
  }

  @Test
  void whoThrottlesForEverIsTriedLater() {
    answers(429, "");
    assertEquals(new Sent.Later("throttled"), channel.send(message("m1")).join());
    platform.verify(exactly(6), anyRequestedFor(anyUrl()));
  }

  @Test
  void nobodyThere() {
    platform.stop();
    assertInstanceOf(Sent.Later.class, channel.send(message("m1")).join());
    platform.start();
  }

  @Test
  void whatMayHaveBeenTakenIsUncertain() {
    platform.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(201).withFixedDelay(5_000)));
    assertInstanceOf(Sent.Uncertain.class, channel.send(message("m1")).join());
    platform.stubFor(
        any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
    assertInstanceOf(Sent.Uncertain.class, channel.send(message("m2")).join());
    platform.stubFor(
        any(anyUrl()).willReturn(aResponse().withStatus(201).withBody("x".repeat(400_000))));
    assertInstanceOf(Sent.Uncertain.class, channel.send(message("m3")).join());
  }

  @Test
  void redirectsAreNotFollowed() {
    platform.stubFor(
        any(anyUrl())
            .willReturn(aResponse().withStatus(302).withHeader("Location", "http://192.0.2.1/")));
    assertEquals(new Sent.Refused("HTTP 302"), channel.send(message("m1")).join());
  }

  @Test
  void whatIsTooMuchIsGivenBackAndCalledForAgain() throws Exception {
    platform.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse().withStatus(201).withBody("{\"sid\":\"S\"}").withFixedDelay(50)));
    List<CompletableFuture<Sent>> all =
        IntStream.range(0, 40).mapToObj(i -> channel.send(message("m" + i))).toList();
    long held = all.stream().filter(sent -> sent.join() instanceof Sent.Held).count();
    assertTrue(held > 0, "the queue is bounded");
    assertEquals("tw", ready.poll(5, TimeUnit.SECONDS));
  }

  @Test
  void screensAreNotForHere() {
    Outbound screen =
        new Outbound(
            "s", Outbound.Kind.SCREEN, new Address("tel", "212661000001"), "2121", "x", "d");
    assertInstanceOf(Sent.Unseen.class, channel.send(screen).join());
  }

  @Test
  void whatIsUnderWayIsFinishedBeforeTheEnd() {
    platform.stubFor(
        any(anyUrl())
            .willReturn(
                aResponse().withStatus(201).withBody("{\"sid\":\"S\"}").withFixedDelay(200)));
    var under = channel.send(message("m1"));
    channel.drain().join();
    assertEquals(new Sent.Taken(List.of("S")), under.join());
    assertInstanceOf(Sent.Held.class, channel.send(message("m2")).join());
  }

  private static Outbound message(String id) {
    return new Outbound(
        id,
        "p",
        Outbound.Kind.MESSAGE,
        Urgency.REPLY,
        new Address("tel", "212661000001"),
        "2121",
        "salam",
        null,
        Instant.MAX,
        Instant.MAX,
        0);
  }

  private int call(String form) throws Exception {
    return call(form, SECRET);
  }

  private int call(String form, String secret) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + doorway.port() + "/links/tw"))
              .header("X-Secret", secret)
              .header("content-type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form))
              .build();
      return client.send(request, BodyHandlers.ofString()).statusCode();
    }
  }

  @Override
  public void accept(Inbound inbound, Acknowledgement acknowledgement) {
    if (busy) acknowledgement.busy();
    else {
      heard.add(inbound);
      acknowledgement.accepted();
    }
  }

  @Override
  public void part(Fragment fragment, Acknowledgement acknowledgement) {
    throw new IllegalStateException("providers give whole messages");
  }

  @Override
  public void taken(Taken segment) {
    taken.add(segment);
  }

  @Override
  public void ready(String link) {
    ready.add(link);
  }

  @Override
  public void receipt(Receipt receipt, Acknowledgement acknowledgement) {
    receipts.add(receipt);
    acknowledgement.accepted();
  }
}
