package ma.jisr.gateway.channel.http.ussd;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import ma.jisr.base.Assurance;
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
import ma.jisr.gateway.web.Listener;
import ma.jisr.gateway.web.Proxies;

/** A link behind a real listener, and an engine that is told what to say. */
final class Bench implements Receiver, AutoCloseable {
  /** What the engine answers at once; empty: the test answers. */
  interface Script {
    Optional<String> screen(Inbound inbound);
  }

  final Vertx vertx = Vertx.vertx();
  final BlockingQueue<Inbound> heard = new LinkedBlockingQueue<>();
  final BlockingQueue<Sent> outcomes = new LinkedBlockingQueue<>();
  final List<String> counted = Collections.synchronizedList(new ArrayList<>());
  final HttpUssd channel;
  final Aggregator aggregator;
  private final Doorway doorway;
  private final Script script;
  private boolean busy;

  Bench(String dialect, Script script) {
    this(link(dialect, Duration.ofSeconds(5), Duration.ofSeconds(60)), script, Clock.systemUTC());
  }

  Bench(HttpUssdLink link, Script script, Clock clock) {
    this.script = script;
    channel = new HttpUssd(link, vertx, clock, new Random(7), this::count);
    channel.start(this).join();
    doorway =
        Doorway.start(
                vertx,
                new Listener("127.0.0.1", 0, Optional.empty()),
                Proxies.NONE,
                List.of(channel),
                this::count)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
    aggregator = new Aggregator(doorway.port(), link.id());
  }

  static HttpUssdLink link(String dialect, Duration answer, Duration idle) {
    return new HttpUssdLink(
        "agg",
        new Verifier.Header("X-Secret", new Verifier.Secret(Aggregator.SECRET)),
        Dialects.named(dialect).orElseThrow(),
        "*585#",
        new HttpUssdLink.Guests("212", List.of("2126", "2127"), Assurance.NETWORK),
        new HttpUssdLink.Timers(answer, idle, Duration.ofMinutes(3)),
        100);
  }

  private void count(String what, Map<String, String> tags) {
    counted.add(what + " " + tags.get("status"));
  }

  int port() {
    return doorway.port();
  }

  void busy(boolean now) {
    busy = now;
  }

  /** The next input. */
  Inbound next() throws InterruptedException {
    Inbound inbound = heard.poll(10, TimeUnit.SECONDS);
    if (inbound == null) throw new IllegalStateException("nothing was heard");
    return inbound;
  }

  /** What has become of the next screen. */
  Sent outcome() throws InterruptedException {
    Sent sent = outcomes.poll(10, TimeUnit.SECONDS);
    if (sent == null) throw new IllegalStateException("nothing was sent");
    return sent;
  }

  /** "BEGIN *585#". */
  String line() throws InterruptedException {
    Inbound inbound = next();
    String why = inbound.reason() == null ? inbound.text() : inbound.reason().toString();
    return inbound.act() + " " + why;
  }

  /** Shows a screen; one that begins with END is the last. */
  void show(Inbound to, String text) {
    boolean last = text.startsWith("END ");
    var unused =
        channel
            .send(
                new Outbound(
                    "o",
                    last ? Outbound.Kind.LAST_SCREEN : Outbound.Kind.SCREEN,
                    to.from(),
                    to.code(),
                    last ? text.substring(4) : text,
                    to.dialogue()))
            .thenAccept(outcomes::add);
  }

  @Override
  public void accept(Inbound inbound, Acknowledgement acknowledgement) {
    if (busy) {
      acknowledgement.busy();
      return;
    }
    acknowledgement.accepted();
    heard.add(inbound);
    if (inbound.act() != Inbound.Act.RELEASE)
      script.screen(inbound).ifPresent(text -> show(inbound, text));
  }

  @Override
  public void part(Fragment fragment, Acknowledgement acknowledgement) {
    throw new IllegalStateException("USSD has no parts");
  }

  @Override
  public void taken(Taken segment) {
    throw new IllegalStateException("USSD has no segments");
  }

  @Override
  public void ready(String link) {}

  @Override
  public void receipt(Receipt receipt, Acknowledgement acknowledgement) {
    throw new IllegalStateException("USSD has no receipts");
  }

  @Override
  public void close() {
    aggregator.close();
    var done = doorway.close().toCompletionStage().toCompletableFuture();
    done.join();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
