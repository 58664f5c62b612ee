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
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Somebody's WhatsApp, and Meta's Cloud API behind it, as strict as its documentation: what is too
 * long or too many is refused, and the test fails.
 */
final class WhatsAppFake implements Handset {
  private static final String NUMBER = "106540352242922";
  private static final String TOKEN = "token-of-a-system-user";
  private static final String APP_SECRET = "secret-of-the-app";
  private static final String VERIFY_TOKEN = "word-for-the-question";
  private static final char BETWEEN = '\u2063';

  private final JsonMapper json = new JsonMapper();
  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<Shown> shown = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> wrong = new LinkedBlockingQueue<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger ids = new AtomicInteger();
  private final HttpServer server;
  private volatile String person = "";
  private volatile int door;
  private boolean twice;
  private boolean holds;
  private String held = "";

  WhatsAppFake() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/v25.0/" + NUMBER + "/messages", this::called);
    server.start();
  }

  private void called(HttpExchange exchange) throws IOException {
    JsonNode message = json.readTree(exchange.getRequestBody().readAllBytes());
    String bearer = exchange.getRequestHeaders().getFirst("authorization");
    if (!("Bearer " + TOKEN).equals(bearer)) {
      answer(exchange, 401, "{\"error\":{\"code\":190}}");
    } else if (busy.getAndUpdate(n -> Math.max(0, n - 1)) > 0) {
      answer(exchange, 429, "{\"error\":{\"code\":130429}}");
    } else {
      String fault = WhatsAppRules.fault(message);
      if (!fault.isEmpty()) {
        wrong.add(fault);
        answer(exchange, 400, "{\"error\":{\"code\":131009}}");
        return;
      }
      String id = "wamid." + ids.incrementAndGet();
      answer(exchange, 200, "{\"messages\":[{\"id\":\"" + id + "\"}]}");
      if (message.path("to").asText().equals(person)) shown.add(shown(message));
      var unused = client.sendAsync(request(status(id)), BodyHandlers.discarding());
    }
  }

  private static void answer(HttpExchange exchange, int status, String body) throws IOException {
    byte[] answer = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private static Shown shown(JsonNode message) {
    JsonNode interactive = message.path("interactive");
    if (interactive.isMissingNode()) return Shown.plain(message.at("/text/body").asText(), false);
    List<Shown.Choice> choices = new ArrayList<>();
    for (JsonNode button : interactive.at("/action/buttons"))
      choices.add(choice(button.path("reply"), "button_reply"));
    for (JsonNode row : interactive.at("/action/sections/0/rows"))
      choices.add(choice(row, "list_reply"));
    return new Shown(interactive.at("/body/text").asText(), choices, false);
  }

  private static Shown.Choice choice(JsonNode one, String kind) {
    String id = one.path("id").asText();
    String digits = id.substring(0, id.indexOf(BETWEEN));
    String title = one.path("title").asText();
    return new Shown.Choice(title.substring(digits.length() + 1), kind + " " + id);
  }

  @Override
  public String name() {
    return "WhatsApp";
  }

  @Override
  public Kind kind() {
    return Kind.CHAT;
  }

  @Override
  public List<String> links() {
    return List.of(
        ("{id: wa, type: whatsapp, number-id: \"%s\", token: \"${WA_TOKEN}\","
                + " app-secret: \"${WA_APP}\", verify-token: \"${WA_VERIFY}\","
                + " base: \"http://127.0.0.1:%d\"}")
            .formatted(NUMBER, server.getAddress().getPort()));
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("WA_TOKEN", TOKEN, "WA_APP", APP_SECRET, "WA_VERIFY", VERIFY_TOKEN);
  }

  /** The address is asked before it is called, as when it is written into the App Dashboard. */
  @Override
  public void meets(int port) throws Exception {
    door = port;
    String query = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=" + VERIFY_TOKEN;
    HttpResponse<String> answer =
        client.send(HttpRequest.newBuilder(address(query)).build(), BodyHandlers.ofString());
    if (!answer.body().equals("1158201444"))
      throw new AssertionError("the question was answered " + answer.statusCode());
  }

  private URI address(String query) {
    return URI.create("http://127.0.0.1:" + door + "/links/wa" + query);
  }

  @Override
  public void heldBy(int other) {
    String number = Handset.msisdn(other);
    if (number.equals(person)) return;
    person = number;
    shown.clear();
  }

  @Override
  public void type(String text) throws Exception {
    ObjectNode message = json.createObjectNode().put("type", "text");
    message.putObject("text").put("body", text);
    say(message);
  }

  @Override
  public void press(Shown.Choice choice) throws Exception {
    int space = choice.pressed().indexOf(' ');
    if (space < 0) {
      type(choice.pressed());
      return;
    }
    String kind = choice.pressed().substring(0, space);
    ObjectNode message = json.createObjectNode().put("type", "interactive");
    message
        .putObject("interactive")
        .put("type", kind)
        .putObject(kind)
        .put("id", choice.pressed().substring(space + 1))
        .put("title", choice.label());
    say(message);
  }

  @Override
  public void locate(double latitude, double longitude) throws Exception {
    ObjectNode message = json.createObjectNode().put("type", "location");
    message.putObject("location").put("latitude", latitude).put("longitude", longitude);
    say(message);
  }

  @Override
  public boolean sendPhoto() throws Exception {
    ObjectNode message = json.createObjectNode().put("type", "image");
    message.putObject("image").put("id", "1").put("mime_type", "image/jpeg");
    say(message);
    return true;
  }

  private void say(ObjectNode message) throws Exception {
    message
        .put("from", person)
        .put("id", "wamid.MO" + ids.incrementAndGet())
        .put("timestamp", Long.toString(Instant.now().getEpochSecond()));
    String body = call("messages", message);
    if (holds) {
      holds = false;
      held = body;
      return;
    }
    deliver(body);
    if (twice) deliver(body);
    twice = false;
    if (!held.isEmpty()) deliver(held);
    held = "";
  }

  private String status(String id) {
    return call("statuses", json.createObjectNode().put("id", id).put("status", "delivered"));
  }

  /** A call with one thing in it. */
  private String call(String kind, ObjectNode one) {
    ObjectNode root = json.createObjectNode().put("object", "whatsapp_business_account");
    ObjectNode change = root.putArray("entry").addObject().putArray("changes").addObject();
    ObjectNode value = change.put("field", "messages").putObject("value");
    value
        .putObject("metadata")
        .put("display_phone_number", "15551234567")
        .put("phone_number_id", NUMBER);
    value.putArray(kind).add(one);
    return root.toString();
  }

  private void deliver(String body) throws Exception {
    int status = client.send(request(body), BodyHandlers.discarding()).statusCode();
    if (status != 200) throw new AssertionError("answered " + status);
  }

  private HttpRequest request(String body) {
    return HttpRequest.newBuilder(address(""))
        .header("content-type", "application/json")
        .header("X-Hub-Signature-256", "sha256=" + signature(body))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(APP_SECRET.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Shown read() throws InterruptedException {
    Shown next = shown.poll(PATIENCE, TimeUnit.SECONDS);
    if (next == null) throw new AssertionError("nothing came; WhatsApp refused " + wrong);
    return next;
  }

  @Override
  public boolean unread() {
    return !shown.isEmpty() || !wrong.isEmpty();
  }

  @Override
  public void hangUp() {
    // There is nothing to hang up.
  }

  @Override
  public Set<Fault> faults() {
    return Set.of(Fault.BUSY, Fault.TWICE, Fault.SWAPPED);
  }

  @Override
  public void suffer(Fault fault) {
    switch (fault) {
      case BUSY -> busy.set(1);
      case TWICE -> twice = true;
      case SWAPPED -> holds = true;
      case DROPPED -> throw new IllegalArgumentException("there is no connection to be cut");
    }
  }

  @Override
  public void close() {
    server.stop(0);
    client.close();
  }
}
