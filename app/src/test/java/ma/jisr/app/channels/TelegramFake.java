package ma.jisr.app.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
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
  private final BlockingQueue<Shown> shown = new LinkedBlockingQueue<>();
  private final BlockingQueue<JsonNode> webhooks = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> answered = new LinkedBlockingQueue<>();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicLong ids = new AtomicLong(700);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private volatile long chat;
  private String secret = "";
  private int door;
  private boolean twice;
  private boolean holds;
  private List<ObjectNode> held = List.of();

  /**
   * @param called whether updates are brought to the door; else they are asked for
   */
  TelegramFake(boolean called) {
    this.called = called;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/bot" + TOKEN + '/', this::asked);
    server.setExecutor(threads);
    server.start();
  }

  private void asked(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    JsonNode body = JSON.readTree(exchange.getRequestBody().readAllBytes());
    switch (path.substring(path.lastIndexOf('/') + 1)) {
      case "sendMessage" -> sent(exchange, body);
      case "getUpdates" -> updates.asked(exchange, body);
      case "answerCallbackQuery" -> {
        answered.add(body.path("callback_query_id").asText());
        answer(exchange, 200, "{\"ok\":true,\"result\":true}");
      }
      case "setWebhook" -> {
        answer(exchange, 200, "{\"ok\":true,\"result\":true}");
        webhooks.add(body);
      }
      case "deleteWebhook" -> answer(exchange, 200, "{\"ok\":true,\"result\":true}");
      default -> answer(exchange, 404, "{\"ok\":false,\"error_code\":404}");
    }
  }

  private void sent(HttpExchange exchange, JsonNode body) throws IOException {
    String text = body.path("text").asText();
    if (busy.getAndSet(false)) {
      answer(
          exchange,
          429,
          "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 1\","
              + "\"parameters\":{\"retry_after\":1}}");
    } else if (text.isBlank() || text.length() > MOST_TEXT || body.has("parse_mode")) {
      answer(exchange, 400, "{\"ok\":false,\"error_code\":400}");
    } else {
      String result =
          "{\"ok\":true,\"result\":{\"message_id\":%d}}".formatted(ids.incrementAndGet());
      if (body.path("chat_id").asLong() == chat) shown.add(new Shown(text, choices(body), false));
      answer(exchange, 200, result);
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

  static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(UTF_8);
    exchange.getResponseHeaders().set("content-type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
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
    door = port;
    if (!called) return;
    JsonNode webhook = webhooks.poll(PATIENCE, TimeUnit.SECONDS);
    if (webhook == null || !webhook.path("url").asText().equals("https://you.example/links/tgc"))
      throw new AssertionError("not told where to call: " + webhook);
    secret = webhook.path("secret_token").asText();
  }

  @Override
  public void heldBy(int person) {
    long other = 5_000_000_000L + person;
    if (other == chat) return;
    chat = other;
    shown.clear();
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

  private ObjectNode message() {
    ObjectNode message = JSON.createObjectNode();
    message.put("message_id", ids.incrementAndGet()).put("date", 1_790_000_000L);
    message.set("from", from());
    message.putObject("chat").put("id", chat).put("type", "private").put("first_name", "F");
    return message;
  }

  private ObjectNode from() {
    ObjectNode from = JSON.createObjectNode();
    return from.put("id", chat).put("is_bot", false).put("first_name", "F");
  }

  private void happens(String kind, ObjectNode what) throws Exception {
    ObjectNode update = JSON.createObjectNode();
    update.set(kind, what);
    if (holds) {
      holds = false;
      held = List.of(update);
      return;
    }
    deliver(update, twice);
    twice = false;
    for (ObjectNode late : held) deliver(late, false);
    held = List.of();
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
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door + "/links/tgc"))
            .header("content-type", "application/json")
            .header("X-Telegram-Bot-Api-Secret-Token", secret)
            .POST(HttpRequest.BodyPublishers.ofString(update.toString()))
            .build();
    HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) throw new AssertionError("answered " + answer.statusCode());
    JsonNode reply = JSON.readTree(answer.body());
    if (reply.path("method").asText().equals("answerCallbackQuery"))
      answered.add(reply.path("callback_query_id").asText());
  }

  @Override
  public Shown read() throws InterruptedException {
    Shown next = shown.poll(PATIENCE, TimeUnit.SECONDS);
    if (next == null) throw new AssertionError("nothing came");
    return next;
  }

  @Override
  public boolean unread() {
    return !shown.isEmpty();
  }

  @Override
  public void hangUp() {
    // There is nothing to hang up.
  }

  @Override
  public Set<Fault> faults() {
    return called
        ? Set.of(Fault.BUSY, Fault.TWICE, Fault.SWAPPED)
        : Set.of(Fault.BUSY, Fault.TWICE, Fault.SWAPPED, Fault.DROPPED);
  }

  @Override
  public void suffer(Fault fault) {
    switch (fault) {
      case BUSY -> busy.set(true);
      case TWICE -> twice = true;
      case SWAPPED -> holds = true;
      case DROPPED -> updates.drop();
    }
  }

  @Override
  public void close() {
    updates.drop();
    server.stop(0);
    threads.shutdownNow();
    client.close();
  }
}
