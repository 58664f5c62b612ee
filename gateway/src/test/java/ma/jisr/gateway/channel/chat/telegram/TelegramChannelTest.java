package ma.jisr.gateway.channel.chat.telegram;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
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
import ma.jisr.gateway.channel.http.message.HttpMessageLink;
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Proxies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A bot over real sockets: called, asking, and sending. */
class TelegramChannelTest implements Receiver {
  private static final String SECRET = "a-secret-of-sixteen";
  private static final String SAID =
      "{'message':{'from':{'id':%1$d},'chat':{'id':%1$d,'type':'private'},'text':'%2$s'}}";
  private static final String PRESSED =
      "{'callback_query':{'id':'q%1$d','from':{'id':42},"
          + "'message':{'chat':{'id':42,'type':'private'}},'data':'1 Wifi'}}";

  private final Vertx vertx = Vertx.vertx();
  private final BotServer server = new BotServer(vertx);
  private final BlockingQueue<Inbound> heard = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> counted = new LinkedBlockingQueue<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final CompletableFuture<String> ready = new CompletableFuture<>();
  private final List<TelegramChannel> channels = new ArrayList<>();

  /** Texts that are refused once. */
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();

  private volatile boolean silent;

  private TelegramChannel polling() {
    return open(Optional.empty());
  }

  private TelegramChannel called() {
    return open(
        Optional.of(
            new TelegramLink.Called(
                URI.create("https://you/links/tg"), new Verifier.Secret(SECRET), 40)));
  }

  private TelegramChannel open(Optional<TelegramLink.Called> called) {
    HttpMessageLink messages =
        new HttpMessageLink(
            "tg",
            "tg",
            "tg",
            new Verifier.Header(TelegramLink.HEADER, new Verifier.Secret(SECRET)),
            server.base(),
            4,
            1_000,
            8,
            "",
            Assurance.CLAIMED,
            new HttpMessageLink.Timers(Duration.ofSeconds(5), Duration.ofMillis(20)));
    TelegramLink.Times times =
        new TelegramLink.Times(Duration.ofMillis(1), Duration.ofSeconds(25), Duration.ofMillis(20));
    TelegramChannel channel =
        new TelegramChannel(
            new TelegramLink(messages, new Telegram(BotServer.TOKEN), called, times),
            vertx,
            Clock.systemUTC(),
            new Random(7),
            (what, tags) -> counted.add(what + tags));
    channels.add(channel);
    channel.start(this).join();
    return channel;
  }

  @AfterEach
  void stop() {
    channels.forEach(channel -> channel.drain().join());
    server.close();
    client.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void whatIsSaidIsConfirmedWhenItIsKept() throws Exception {
    polling();
    server.next("deleteWebhook");
    JsonObject first = server.next("getUpdates");
    assertNull(first.getValue("offset"));
    assertEquals(25, first.getInteger("timeout"));
    assertEquals(
        new JsonArray(List.of("message", "callback_query")), first.getValue("allowed_updates"));
    server.happens(7, SAID.formatted(42, "wifi"));
    Inbound inbound = hear();
    assertEquals("tg-7", inbound.id());
    assertEquals(new Address("tg", "42"), inbound.from());
    assertEquals("wifi", inbound.text());
    assertEquals(8, server.next("getUpdates").getLong("offset"));
  }

  @Test
  void nothingOfAChatOvertakesWhatCouldNotBeKept() throws Exception {
    refused.add("one");
    server.happens(1, SAID.formatted(42, "one"));
    server.happens(2, SAID.formatted(43, "other"));
    server.happens(3, SAID.formatted(42, "two"));
    polling();
    assertEquals("other", hear().text());
    assertNull(server.next("getUpdates").getValue("offset"));
    assertEquals(1, server.next("getUpdates").getLong("offset"));
    List<String> rest = List.of(hear().text(), hear().text(), hear().text());
    // What was kept is brought again, under the same name: the engine knows it.
    assertTrue(rest.contains("other"), rest.toString());
    assertTrue(rest.indexOf("one") < rest.indexOf("two"), rest.toString());
    assertEquals(4, server.next("getUpdates").getLong("offset"));
  }

  @Test
  void whoComesBackIsToldAgainWhatWasNotConfirmed() throws Exception {
    silent = true;
    server.happens(5, SAID.formatted(42, "wifi"));
    TelegramChannel first = polling();
    assertEquals("tg-5", hear().id());
    first.drain().join();
    silent = false;
    polling();
    assertEquals("tg-5", hear().id());
    assertNull(server.next("getUpdates").getValue("offset"));
    assertNull(server.next("getUpdates").getValue("offset"));
    assertEquals(6, server.next("getUpdates").getLong("offset"));
  }

  @Test
  void aHundredLongTextsAreOneAnswer() throws Exception {
    String longest = "ⵣ".repeat(4_096);
    for (int i = 1; i <= 100; i++) server.happens(i, SAID.formatted(i, longest));
    polling();
    assertNull(server.next("getUpdates").getValue("offset"));
    assertEquals(101, server.next("getUpdates").getLong("offset"));
    assertEquals(100, heard.size());
  }

  @Test
  void aPressIsAnsweredByACall() throws Exception {
    polling();
    server.happens(7, PRESSED.formatted(9));
    assertEquals("1 Wifi", hear().text());
    assertEquals("q9", server.next("answerCallbackQuery").getString("callback_query_id"));
  }

  @Test
  void troubleIsToldAndOver() throws Exception {
    server.fail("deleteWebhook", 502, "{}");
    server.fail("getUpdates", 429, "{\"parameters\":{\"retry_after\":0}}");
    TelegramChannel channel = polling();
    server.next("deleteWebhook");
    server.next("deleteWebhook");
    server.next("getUpdates");
    server.next("getUpdates");
    assertEquals("hears nothing: HTTP 429", channel.state());
    assertTrue(channel.up(), "it can send");
    server.happens(7, SAID.formatted(42, "wifi"));
    hear();
    assertEquals(8, server.next("getUpdates").getLong("offset"));
    assertEquals("up", channel.state());
    counted("HTTP 429");
  }

  @Test
  void twoWhoAskTakeTurns() throws Exception {
    TelegramChannel first = polling();
    TelegramChannel second = polling();
    counted("HTTP 409");
    server.happens(7, SAID.formatted(42, "wifi"));
    assertEquals("tg-7", hear().id());
    // Who was turned away asks again after a while, and turns the other away.
    counted("HTTP 409");
    assertTrue(first.up() && second.up());
  }

  @Test
  void itIsCalledWhereItSays() throws Exception {
    server.fail("setWebhook", 400, "{\"description\":\"Bad Request: bad webhook: <b>\"}");
    TelegramChannel channel = called();
    server.next("setWebhook");
    JsonObject asked = server.next("setWebhook");
    assertEquals("https://you/links/tg", asked.getString("url"));
    assertEquals(SECRET, asked.getString("secret_token"));
    assertEquals(40, asked.getInteger("max_connections"));
    Doorway doorway = doorway(channel);
    String said = SAID.formatted(42, "wifi");
    assertEquals(401, call(doorway, 7, said, "another-secret-of-16").statusCode());
    refused.add("wifi");
    assertEquals(429, call(doorway, 7, said, SECRET).statusCode());
    assertEquals(200, call(doorway, 7, said, SECRET).statusCode());
    assertEquals(200, call(doorway, 7, said, SECRET).statusCode());
    assertEquals(hear().id(), hear().id(), "the same to the engine");
    assertEquals(400, call(doorway, 7, "[", SECRET).statusCode());
    HttpResponse<String> pressed = call(doorway, 8, PRESSED.formatted(8), SECRET);
    assertEquals(
        new JsonObject().put("method", "answerCallbackQuery").put("callback_query_id", "q8"),
        new JsonObject(pressed.body()));
    assertEquals("application/json", pressed.headers().firstValue("content-type").orElse(""));
    String group = "{'message':{'chat':{'id':-4,'type':'group'},'text':'x'}}";
    assertEquals(200, call(doorway, 9, group, SECRET).statusCode());
    counted("what=group");
    assertEquals("tg-8", hear().id());
    assertTrue(heard.isEmpty());
    doorway.close().toCompletionStage().toCompletableFuture().join();
  }

  private Doorway doorway(TelegramChannel channel) {
    return Doorway.start(
            vertx,
            new Listener("127.0.0.1", 0, Optional.empty()),
            Proxies.NONE,
            List.of(channel),
            (what, tags) -> {})
        .toCompletionStage()
        .toCompletableFuture()
        .join();
  }

  private HttpResponse<String> call(Doorway door, int id, String update, String secret)
      throws Exception {
    String body = update.replace('\'', '"').replaceFirst("\\{", "{\"update_id\":" + id + ",");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door.port() + "/links/tg"))
            .header(TelegramLink.HEADER, secret)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void messagesOfAChatKeepTheirOrder() throws Exception {
    server.fail("sendMessage", 429, "{\"parameters\":{\"retry_after\":0}}");
    TelegramChannel channel = polling();
    List<CompletableFuture<Sent>> all = new ArrayList<>();
    for (int i = 0; i < 5; i++) all.add(channel.send(message("m" + i, "42")));
    for (CompletableFuture<Sent> one : all) assertEquals(new Sent.Taken(List.of()), one.join());
    assertEquals("m0", server.next("sendMessage").getString("text"), "throttled");
    for (int i = 0; i < 5; i++) assertEquals("m" + i, server.next("sendMessage").getString("text"));
  }

  @Test
  void whoHasBlockedTheBotIsNotAskedAgain() {
    server.fail("sendMessage", 403, "{\"description\":\"Forbidden: bot was blocked by the user\"}");
    assertEquals(new Sent.Refused("blocked"), polling().send(message("m", "42")).join());
  }

  @Test
  void whatIsTooMuchIsGivenBackAndCalledForAgain() {
    TelegramChannel channel = polling();
    List<CompletableFuture<Sent>> all = new ArrayList<>();
    for (int i = 0; i < 40; i++) all.add(channel.send(message("m" + i, "42")));
    long held = all.stream().filter(sent -> sent.join() instanceof Sent.Held).count();
    assertTrue(held > 0, "the queue is bounded");
    ready.join();
  }

  private static Outbound message(String text, String to) {
    return new Outbound(
        text,
        "p",
        Outbound.Kind.MESSAGE,
        Urgency.REPLY,
        new Address("tg", to),
        "",
        text,
        null,
        Instant.MAX,
        Instant.MAX,
        0);
  }

  /** Waits until something is counted that was not asked for before. */
  private void counted(String tag) throws InterruptedException {
    String one = "";
    while (!one.contains(tag)) {
      one = counted.poll(10, TimeUnit.SECONDS);
      if (one == null) throw new AssertionError("not counted: " + tag);
    }
  }

  private Inbound hear() throws InterruptedException {
    Inbound inbound = heard.poll(10, TimeUnit.SECONDS);
    if (inbound == null) throw new AssertionError("nothing is heard");
    return inbound;
  }

  @Override
  public void accept(Inbound inbound, Acknowledgement acknowledgement) {
    if (refused.remove(inbound.text())) {
      acknowledgement.busy();
      return;
    }
    heard.add(inbound);
    if (!silent) acknowledgement.accepted();
  }

  @Override
  public void part(Fragment fragment, Acknowledgement acknowledgement) {
    throw new IllegalStateException("Telegram gives whole messages");
  }

  @Override
  public void taken(Taken segment) {}

  @Override
  public void ready(String link) {
    ready.complete(link);
  }

  @Override
  public void receipt(Receipt receipt, Acknowledgement acknowledgement) {
    throw new IllegalStateException("Telegram tells no fates");
  }
}
