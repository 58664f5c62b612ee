package ma.jisr.app.channels;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A basic phone behind an aggregator of USSD, who asks by HTTP what to show. */
final class UssdAggregator implements Handset {
  private static final String SECRET = "of-the-aggregators";

  private static final int BUSY = 429;
  private static final int MOST_BUSY = 1_000;
  private static final String CODE = "*585#";

  private final UssdShape shape;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Deque<Shown> shown = new ArrayDeque<>();
  private final List<String> inputs = new ArrayList<>();
  private int door;
  private String number = "";
  private int sessions;
  private String dialled = CODE;
  private boolean open;
  private boolean twice;
  private boolean drops;

  UssdAggregator(UssdShape shape) {
    this.shape = shape;
  }

  @Override
  public String name() {
    return "USSD over HTTP, " + shape;
  }

  @Override
  public Kind kind() {
    return Kind.USSD;
  }

  private String id() {
    return "ussd-" + shape.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public List<String> links() {
    return List.of(
        "{id: %s, type: ussd-http, aggregator: %s, verify: {secret: \"${USSD_HTTP}\"}}"
            .formatted(id(), shape.aggregator()));
  }

  @Override
  public Map<String, String> secrets() {
    return Map.of("USSD_HTTP", SECRET);
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
    open = false;
    shown.clear();
  }

  @Override
  public void type(String text) throws Exception {
    if (open && !text.startsWith("*")) {
      inputs.add(text);
    } else {
      sessions++;
      dialled = text.startsWith("*") ? text : CODE;
      inputs.clear();
      open = true;
    }
    String body = shape.asks(asked());
    if (drops) cut(body);
    drops = false;
    if (twice) ask(body);
    twice = false;
    Shown next = shape.shown(ask(body));
    open = !next.over();
    shown.add(next);
  }

  private UssdShape.Asked asked() {
    return new UssdShape.Asked(number + "-" + sessions, number, dialled, inputs);
  }

  private String ask(String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + door + "/links/" + id()))
            .header("content-type", shape.media())
            .header("X-Secret", SECRET)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
    // What is still being done for somebody who has hung up is asked for again.
    for (int i = 0; i < MOST_BUSY && answer.statusCode() == BUSY; i++)
      answer = client.send(request, BodyHandlers.ofString());
    if (answer.statusCode() != 200) throw new AssertionError("answered " + answer.statusCode());
    return answer.body();
  }

  /** Asks, and is gone before the answer. */
  private void cut(String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /links/%s HTTP/1.1\r\nHost: jisr\r\nContent-Type: %s\r\nX-Secret: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(id(), shape.media(), SECRET, bytes.length);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), door);
        OutputStream out = socket.getOutputStream()) {
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
    }
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
  public Shown read() {
    if (shown.isEmpty()) throw new AssertionError("nothing was shown");
    return shown.remove();
  }

  @Override
  public boolean unread() {
    return !shown.isEmpty();
  }

  @Override
  public void hangUp() throws Exception {
    if (open) ask(shape.ends(asked()));
    open = false;
  }

  @Override
  public Set<Fault> faults() {
    // Where nothing counts the steps, words that come again after the answer are new ones.
    return shape == UssdShape.XML ? Set.of() : Set.of(Fault.TWICE, Fault.DROPPED);
  }

  @Override
  public void suffer(Fault fault) {
    twice = fault == Fault.TWICE;
    drops = fault == Fault.DROPPED;
  }

  @Override
  public void close() {
    client.close();
  }
}
