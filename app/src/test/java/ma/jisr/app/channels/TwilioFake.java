package ma.jisr.app.channels;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** A phone whose SMS go by Twilio: forms both ways. */
final class TwilioFake implements Handset {
  private static final String SECRET = "token-of-the-account";
  private static final int BUSY = 429;

  private final Loopback product = new Loopback();
  private final Texts texts = new Texts();
  private final Troubles troubles = new Troubles();
  private final AtomicInteger ids = new AtomicInteger();
  private final HttpServer server;

  TwilioFake() {
    server = Loopback.serve("/2010-04-01/Accounts/AC1/Messages.json", this::called);
  }

  private void called(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
    boolean throttles = troubles.busy();
    if (throttles) exchange.getResponseHeaders().set("Retry-After", "1");
    else if (field(form, "To").equals("+" + texts.reader()))
      texts.add(Shown.plain(field(form, "Body"), false));
    String sid = "{\"sid\":\"SM%d\",\"status\":\"queued\"}".formatted(ids.incrementAndGet());
    Loopback.answer(exchange, throttles ? BUSY : 201, sid);
  }

  private static String field(String form, String name) {
    for (String pair : form.split("&", -1))
      if (pair.startsWith(name + "="))
        return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
    return "";
  }

  @Override
  public String name() {
    return "SMS over HTTP";
  }

  @Override
  public Kind kind() {
    return Kind.SMS;
  }

  @Override
  public List<String> links() {
    return List.of(
        ("{id: tw, type: sms-http, provider: twilio, account: AC1, token: \"${TWILIO}\","
                + " base: \"http://127.0.0.1:%d\", verify: {secret: \"${TWILIO}\"}}")
            .formatted(server.getAddress().getPort()));
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("TWILIO", SECRET);
  }

  @Override
  public void meets(int port) {
    product.meets(port);
  }

  @Override
  public void heldBy(int person) {
    boolean unused = texts.readBy(Handset.msisdn(person));
  }

  @Override
  public void type(String text) throws Exception {
    String form =
        "MessageSid=MO%d&From=%%2B%s&To=2121&NumMedia=0&Body=%s"
            .formatted(
                ids.incrementAndGet(),
                texts.reader(),
                URLEncoder.encode(text, StandardCharsets.UTF_8));
    String media = "application/x-www-form-urlencoded";
    troubles.deliver(product.delivery(product.post("tw", media, form, "X-Secret", SECRET)));
  }

  @Override
  public Texts texts() {
    return texts;
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
