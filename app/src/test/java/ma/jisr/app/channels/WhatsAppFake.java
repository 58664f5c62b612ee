package ma.jisr.app.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
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
  private final Loopback product = new Loopback();
  private final Texts texts = new Texts();
  private final Troubles troubles = new Troubles();
  private final BlockingQueue<String> wrong = new LinkedBlockingQueue<>();
  private final AtomicInteger ids = new AtomicInteger();
  private final HttpServer server;

  WhatsAppFake() {
    server = Loopback.serve("/v25.0/" + NUMBER + "/messages", this::called);
  }

  private void called(HttpExchange exchange) throws IOException {
    JsonNode message = json.readTree(exchange.getRequestBody().readAllBytes());
    String bearer = exchange.getRequestHeaders().getFirst("authorization");
    if (!("Bearer " + TOKEN).equals(bearer)) {
      Loopback.answer(exchange, 401, "{\"error\":{\"code\":190}}");
    } else if (troubles.busy()) {
      Loopback.answer(exchange, 429, "{\"error\":{\"code\":130429}}");
    } else {
      String fault = WhatsAppRules.fault(message);
      if (!fault.isEmpty()) {
        wrong.add(fault);
        Loopback.answer(exchange, 400, "{\"error\":{\"code\":131009}}");
        return;
      }
      String id = "wamid." + ids.incrementAndGet();
      Loopback.answer(exchange, 200, "{\"messages\":[{\"id\":\"" + id + "\"}]}");
      if (message.path("to").asText().equals(texts.reader())) texts.add(shown(message));
      product.tell(request(status(id)));
    }
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
    product.meets(port);
    String query = "?hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=" + VERIFY_TOKEN;
    HttpResponse<String> answer = product.send(product.at("wa" + query).build());
    if (!answer.body().equals("1158201444"))
      throw new AssertionError("the question was answered " + answer.statusCode());
  }

  @Override
  public void heldBy(int person) {
    boolean unused = texts.readBy(Handset.msisdn(person));
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
        .put("from", texts.reader())
        .put("id", "wamid.MO" + ids.incrementAndGet())
        .put("timestamp", Long.toString(Instant.now().getEpochSecond()));
    troubles.deliver(product.delivery(request(call("messages", message))));
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

  private HttpRequest request(String body) {
    return product.post(
        "wa", "application/json", body, "X-Hub-Signature-256", "sha256=" + signature(body));
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
  public Texts texts() {
    return texts;
  }

  @Override
  public String complaints() {
    return "WhatsApp refused " + wrong;
  }

  @Override
  public boolean unread() {
    return texts.unread() || !wrong.isEmpty();
  }

  @Override
  public void suffer(Fault fault) {
    troubles.suffer(fault);
  }

  @Override
  public void close() {
    server.stop(0);
    product.close();
  }
}
