package ma.jisr.app.channels;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
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
  private final Loopback product = new Loopback();
  private final Texts texts = new Texts();
  private final List<String> inputs = new ArrayList<>();
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
    product.meets(port);
  }

  @Override
  public void heldBy(int person) {
    if (texts.readBy(Handset.msisdn(person))) open = false;
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
    texts.add(next);
  }

  private UssdShape.Asked asked() {
    return new UssdShape.Asked(texts.reader() + "-" + sessions, texts.reader(), dialled, inputs);
  }

  private String ask(String body) throws Exception {
    HttpRequest request = product.post(id(), shape.media(), body, "X-Secret", SECRET);
    HttpResponse<String> answer = product.send(request);
    // What is still being done for somebody who has hung up is asked for again.
    for (int i = 0; i < MOST_BUSY && answer.statusCode() == BUSY; i++)
      answer = product.send(request);
    return Loopback.accepted(answer);
  }

  /** Asks, and is gone before the answer. */
  private void cut(String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /links/%s HTTP/1.1\r\nHost: jisr\r\nContent-Type: %s\r\nX-Secret: %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(id(), shape.media(), SECRET, bytes.length);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), product.door());
        OutputStream out = socket.getOutputStream()) {
      out.write(head.getBytes(StandardCharsets.US_ASCII));
      out.write(bytes);
    }
  }

  @Override
  public Texts texts() {
    return texts;
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
    product.close();
  }
}
