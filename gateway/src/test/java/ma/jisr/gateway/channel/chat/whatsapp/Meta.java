package ma.jisr.gateway.channel.chat.whatsapp;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.vertx.core.Vertx;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import ma.jisr.base.Assurance;
import ma.jisr.gateway.channel.Acknowledgement;
import ma.jisr.gateway.channel.Fragment;
import ma.jisr.gateway.channel.Inbound;
import ma.jisr.gateway.channel.Receipt;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Taken;
import ma.jisr.gateway.channel.http.Doorway;
import ma.jisr.gateway.channel.http.Verifier;
import ma.jisr.gateway.channel.http.message.HttpMessageLink;
import ma.jisr.gateway.channel.http.message.HttpMessages;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Proxies;
import org.jspecify.annotations.Nullable;

/** The two sides of a link to WhatsApp: Meta, which signs and is called, and who takes it here. */
final class Meta implements Receiver, AutoCloseable {
  static final String VERIFY_TOKEN = "a-word-of-our-own";
  static final String PATH = "/v25.0/77/messages";
  private static final String APP_SECRET = "the-secret-of-the-app";

  final Instant now = Instant.now();
  final WireMockServer platform = new WireMockServer(options().dynamicPort());
  final HttpClient client = HttpClient.newHttpClient();
  final BlockingQueue<Inbound> heard = new LinkedBlockingQueue<>();
  final BlockingQueue<Receipt> receipts = new LinkedBlockingQueue<>();
  final BlockingQueue<String> ready = new LinkedBlockingQueue<>();
  final BlockingQueue<String> counted = new LinkedBlockingQueue<>();
  volatile boolean busy;
  private @Nullable HttpMessages channel;
  private final Vertx vertx = Vertx.vertx();
  private @Nullable Doorway doorway;

  Meta() {
    platform.start();
  }

  /**
   * A new link, of which nothing has been said.
   *
   * @param lockedOut first pause when it is not let in
   */
  void open(Duration lockedOut) {
    shut();
    platform.resetAll();
    heard.clear();
    ready.clear();
    receipts.clear();
    counted.clear();
    busy = false;
    WhatsApp provider =
        new WhatsApp(
            new WhatsApp.Account("77", "v25.0", "the-token"),
            Optional.empty(),
            InstantSource.system());
    HttpMessages made =
        new HttpMessages(
            link(lockedOut), provider, vertx, Clock.systemUTC(), new Random(7), this::count);
    made.start(this).join();
    channel = made;
    doorway =
        Doorway.start(
                vertx,
                new Listener("127.0.0.1", 0, Optional.empty()),
                Proxies.NONE,
                List.of(made),
                this::count)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  HttpMessages channel() {
    return Objects.requireNonNull(channel, "not open");
  }

  private HttpMessageLink link(Duration lockedOut) {
    Verifier verifier =
        new Verifier.ByMethod(
            new Verifier.Query("hub.verify_token", new Verifier.Secret(VERIFY_TOKEN)),
            new Verifier.Body(
                "X-Hub-Signature-256",
                "sha256=",
                Verifier.Hash.SHA256,
                false,
                new Verifier.Secret(APP_SECRET)));
    return new HttpMessageLink(
        "wa",
        "wa",
        "wa",
        verifier,
        URI.create(platform.baseUrl()),
        4,
        1_000,
        100,
        "",
        Assurance.CLAIMED,
        new HttpMessageLink.Timers(
            Duration.ofSeconds(5), Duration.ofMillis(20), Duration.ofSeconds(5), lockedOut));
  }

  private void count(String what, Map<String, String> tags) {
    counted.add(what + " " + new TreeMap<>(tags).values());
  }

  /** The link's end. */
  private void shut() {
    if (doorway != null) doorway.close().toCompletionStage().toCompletableFuture().join();
    if (channel != null) channel.drain().join();
  }

  @Override
  public void close() {
    shut();
    client.close();
    platform.stop();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  int port() {
    return Objects.requireNonNull(doorway, "not open").port();
  }

  Inbound heard() throws InterruptedException {
    Inbound inbound = heard.poll(5, TimeUnit.SECONDS);
    assertTrue(inbound != null, "nothing was heard");
    return inbound;
  }

  /** Answered so first, and then taken. */
  void first(ResponseDefinitionBuilder answer, String body) {
    platform.stubFor(
        post(urlPathEqualTo(PATH))
            .inScenario("first")
            .whenScenarioStateIs(Scenario.STARTED)
            .willReturn(answer)
            .willSetStateTo("then"));
    platform.stubFor(
        post(urlPathEqualTo(PATH))
            .inScenario("first")
            .whenScenarioStateIs("then")
            .willReturn(aResponse().withStatus(200).withBody(body)));
  }

  void answers(ResponseDefinitionBuilder answer) {
    platform.stubFor(post(urlPathEqualTo(PATH)).willReturn(answer));
  }

  /** A call with texts, each behind its id. */
  String call(String... idsAndTexts) {
    StringBuilder messages = new StringBuilder();
    for (int i = 0; i < idsAndTexts.length; i += 2)
      messages
          .append(i == 0 ? "" : ",")
          .append("{'from':'212661000001','timestamp':'")
          .append(now.getEpochSecond())
          .append("','type':'text','id':'")
          .append(idsAndTexts[i])
          .append("','text':{'body':'")
          .append(idsAndTexts[i + 1])
          .append("'}}");
    String body =
        "{'object':'whatsapp_business_account','entry':[{'changes':[{'field':'messages','value':"
            + "{'metadata':{'display_phone_number':'15551234567','phone_number_id':'77'},"
            + "'messages':["
            + messages
            + "]}}]}]}";
    return body.replace('\'', '"');
  }

  int signed(String body) throws Exception {
    return called(body, signature(body));
  }

  static String signature(String body) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(APP_SECRET.getBytes(UTF_8), "HmacSHA256"));
    return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
  }

  int called(String body, @Nullable String signature) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(door(""))
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (signature != null) request.header("X-Hub-Signature-256", signature);
    return client.send(request.build(), BodyHandlers.ofString()).statusCode();
  }

  URI door(String query) {
    return URI.create("http://127.0.0.1:" + port() + "/links/wa" + query);
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
    throw new IllegalStateException("WhatsApp gives whole messages");
  }

  @Override
  public void taken(Taken segment) {}

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
