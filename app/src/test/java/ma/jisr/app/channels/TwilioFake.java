package ma.jisr.app.channels;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A phone whose SMS go by Twilio: forms both ways. */
final class TwilioFake implements Handset {
  private static final String SECRET = "token-of-the-account";
  private static final int BUSY = 429;

  private final HttpClient client = HttpClient.newHttpClient();
  private final BlockingQueue<Shown> shown = new LinkedBlockingQueue<>();
  private final AtomicInteger busy = new AtomicInteger();
  private final AtomicInteger ids = new AtomicInteger();
  private final HttpServer server;
  private volatile String number = "";
  private int door;
  private boolean twice;
  private boolean holds;
  private String held = "";

  TwilioFake() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/2010-04-01/Accounts/AC1/Messages.json", this::called);
    server.start();
  }

  private void called(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
    boolean throttles = busy.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    if (throttles) exchange.getResponseHeaders().set("Retry-After", "1");
    else if (field(form, "To").equals("+" + number))
      shown.add(Shown.plain(field(form, "Body"), false));
    String sid = "{\"sid\":\"SM%d\",\"status\":\"queued\"}".formatted(ids.incrementAndGet());
    byte[] answer = sid.getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(throttles ? BUSY : 201, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
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
    door = port;
  }

  @Override
  public void heldBy(int person) {
    String other = Handset.msisdn(person);
    if (other.equals(number)) return;
    number = other;
    shown.clear();
  }

  @Override
  public void type(String text) throws Exception {
    String form =
        "MessageSid=MO%d&From=%%2B%s&To=2121&NumMedia=0&Body=%s"
            .formatted(
                ids.incrementAndGet(), number, URLEncoder.encode(text, StandardCharsets.UTF_8));
    if (holds) {
      holds = false;
      held = form;
      return;
    }
    deliver(form);
    if (twice) deliver(form);
    twice = false;
    if (!held.isEmpty()) deliver(held);
    held = "";
  }

  private void deliver(String form) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door + "/links/tw"))
            .header("content-type", "application/x-www-form-urlencoded")
            .header("X-Secret", SECRET)
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    int status = client.send(request, BodyHandlers.ofString()).statusCode();
    if (status != 200) throw new AssertionError("answered " + status);
  }

  @Override
  public void locate(double latitude, double longitude) throws Exception {
    type(latitude + "," + longitude);
  }

  @Override
  public boolean sendPhoto() {
    return false;
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
