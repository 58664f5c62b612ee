package ma.jisr.app.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Telegram on a phone, and the Bot API behind it: a bot that is called, or one that asks. */
final class TelegramFake implements Handset {
  private static final String TOKEN = "123456:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr";
  private static final String SECRET = "token-of-the-webhook";
  private static final JsonMapper JSON = new JsonMapper();

  /** Bytes of callback_data, and characters of a text, of the API's documentation. */
  private static final int MOST_DATA = 64;

  private static final int MOST_TEXT = 4096;

  private final boolean called;
  private final TelegramUpdates updates = new TelegramUpdates();
  private final Texts texts = new Texts();
  private final Troubles troubles = new Troubles();
  private final BlockingQueue<JsonNode> webhooks = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> answered = new LinkedBlockingQueue<>();
  private final AtomicLong ids = new AtomicLong(700);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Loopback product = new Loopback();
  private final HttpServer server;
  private String secret = "";

  /**
   * @param called whether updates are brought to the door; else they are asked for
   */
  TelegramFake(boolean called) {
    this.called = called;
    server = Loopback.serve("/bot" + TOKEN + '/', this::asked, threads);
  }

  private void asked(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "sendMessage" -> sent(exchange, body);
      case "getUpdates" -> updates.asked(exchange, body);
      case "answerCallbackQuery" -> {
        answered.add(body.path("callback_query_id").asText());
        Loopback.answer(exchange, 200, "{\"ok\":true,\"result\":true}");
      }
      case "setWebhook" -> {
        Loopback.answer(exchange, 200, "{\"ok\":true,\"result\":true}");
        webhooks.add(body);
      }
      case "deleteWebhook" -> Loopback.answer(exchange, 200, "{\"ok\":true,\"result\":true}");
      default -> Loopback.answer(exchange, 404, "{\"ok\":false,\"error_code\":404}");
    }
  }

  private void sent(HttpExchange exchange, JsonNode body) throws IOException {
    String text = body.path("text").asText();
    if (troubles.busy()) {
      Loopback.answer(
          exchange,
          429,
          "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 1\","
              + "\"parameters\":{\"retry_after\":1}}");
    } else if (text.isBlank() || text.length() > MOST_TEXT || body.has("parse_mode")) {
      Loopback.answer(exchange, 400, "{\"ok\":false,\"error_code\":400}");
    } else {
      String result =
          "{\"ok\":true,\"result\":{\"message_id\":%d}}".formatted(ids.incrementAndGet());
      if (body.path("chat_id").asText().equals(texts.reader()))
        texts.add(new Shown(text, choices(body), false));
      Loopback.answer(exchange, 200, result);
    }
  }

  private static List<Shown.Choice> choices(JsonNode body) {
    List<Shown.Choice> choices = new ArrayList<>();
    for (JsonNode row : body.at("/reply_markup/inline_keyboard"))
      for (JsonNode button : row) {
        String data = button.path("callback_data").asText();
        if (data.isEmpty() || data.getBytes(UTF_8).length > MOST_DATA)
          throw new AssertionError("BUTTON_DATA_INVALID");
        String label = button.path("text").asText().replaceFirst("^\\d+ ", "");
        choices.add(new Shown.Choice(label, data));
      }
    return choices;
  }

  @Override
  public String name() {
    return called ? "Telegram, called" : "Telegram, asked";
  }

  @Override
  public Kind kind() {
    return Kind.CHAT;
  }

  @Override
  public List<String> links() {
    String own =
        called
            ? "id: tgc, public-url: \"https://you.example\", secret: \"${TG_SECRET}\""
            : "id: tga, poll: 20s";
    return List.of(
        "{type: telegram, %s, token: \"${TG_TOKEN}\", base: \"http://127.0.0.1:%d\", pause: 0s}"
            .formatted(own, server.getAddress().getPort()));
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("TG_TOKEN", TOKEN, "TG_SECRET", SECRET);
  }

  @Override
  public void meets(int port) throws Exception {
    product.meets(port);
    if (!called) return;
    JsonNode webhook = webhooks.poll(PATIENCE, TimeUnit.SECONDS);
    if (webhook == null || !webhook.path("url").asText().equals("https://you.example/links/tgc"))
      throw new AssertionError("not told where to call: " + webhook);
    secret = webhook.path("secret_token").asText();
  }

  @Override
  public void heldBy(int person) {
    boolean unused = texts.readBy(Long.toString(5_000_000_000L + person));
  }

  @Override
  public void type(String text) throws Exception {
    ObjectNode message = message();
    message.put("text", text);
    happens("message", message);
  }

  @Override
  public void locate(double latitude, double longitude) throws Exception {
    ObjectNode message = message();
    message.putObject("location").put("latitude", latitude).put("longitude", longitude);
    happens("message", message);
  }

  @Override
  public boolean sendPhoto() throws Exception {
    ObjectNode message = message();
    message.putArray("photo").addObject().put("file_id", "AgAC").put("width", 90);
    happens("message", message);
    return true;
  }

  @Override
  public void press(Shown.Choice choice) throws Exception {
    String query = "query-" + ids.incrementAndGet();
    ObjectNode press = JSON.createObjectNode();
    press.put("id", query).put("data", choice.pressed()).put("chat_instance", "1");
    press.set("from", from());
    press.set("message", message());
    happens("callback_query", press);
    for (String one = ""; !query.equals(one); ) {
      one = answered.poll(PATIENCE, TimeUnit.SECONDS);
      if (one == null) throw new AssertionError("the button waits for ever");
    }
  }

  private long chat() {
    return Long.parseLong(texts.reader());
  }

  private ObjectNode message() {
    ObjectNode message = JSON.createObjectNode();
    message.put("message_id", ids.incrementAndGet()).put("date", 1_790_000_000L);
    message.set("from", from());
    message.putObject("chat").put("id", chat()).put("type", "private").put("first_name", "F");
    return message;
  }

  private ObjectNode from() {
    ObjectNode from = JSON.createObjectNode();
    return from.put("id", chat()).put("is_bot", false).put("first_name", "F");
  }

  private void happens(String kind, ObjectNode what) throws Exception {
    ObjectNode update = JSON.createObjectNode();
    update.set(kind, what);
    troubles.deliver(twice -> deliver(update, twice));
  }

  private void deliver(ObjectNode update, boolean again) throws Exception {
    update.put("update_id", ids.incrementAndGet());
    if (!called) {
      updates.add(update, again);
      return;
    }
    call(update);
    if (again) call(update);
  }

  private void call(ObjectNode update) throws Exception {
    String header = "X-Telegram-Bot-Api-Secret-Token";
    JsonNode reply =
        JSON.readTree(
            product.accepted(
                product.post("tgc", "application/json", update.toString(), header, secret)));
    if (reply.path("method").asText().equals("answerCallbackQuery"))
      answered.add(reply.path("callback_query_id").asText());
  }

  @Override
  public Texts texts() {
    return texts;
  }

  @Override
  public Set<Fault> faults() {
    return called ? Handset.super.faults() : Set.of(Fault.values());
  }

  @Override
  public void suffer(Fault fault) {
    if (fault == Fault.DROPPED) updates.drop();
    else troubles.suffer(fault);
  }

  @Override
  public void close() {
    updates.drop();
    server.stop(0);
    threads.shutdownNow();
    product.close();
  }
}
