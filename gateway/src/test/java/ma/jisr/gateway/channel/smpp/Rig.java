package ma.jisr.gateway.channel.smpp;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import ma.jisr.base.Address;
import ma.jisr.base.Msisdn;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Sent;
import org.jspecify.annotations.Nullable;

/** A channel bound to a scripted peer, with short timers. */
final class Rig implements AutoCloseable {
  final Peer peer;
  final Vertx vertx = Vertx.vertx();
  final SmppChannel channel;
  final Inbox inbox = new Inbox();

  Rig(UnaryOperator<SmppLink> change) throws IOException {
    this(new Peer(), change);
  }

  Rig(Peer peer, UnaryOperator<SmppLink> change) {
    this(peer, change, new Redeliveries());
  }

  Rig(Peer peer, UnaryOperator<SmppLink> change, Redeliveries redeliveries) {
    this.peer = peer;
    SmppLink.Account account = new SmppLink.Account("127.0.0.1", peer.port(), "jisr", "secret", "");
    SmppLink link = quick(SmppLink.usual("iam", "maroc", account));
    channel =
        new SmppChannel(change.apply(link), vertx, Clock.systemUTC(), new Random(7), redeliveries);
    channel.start(inbox).join();
  }

  /** Timers for tests that wait for them, and long ones for what they do not wait for. */
  private static SmppLink quick(SmppLink link) {
    return timers(link, Duration.ofSeconds(30), Duration.ofSeconds(30));
  }

  static SmppLink timers(SmppLink link, Duration enquire, Duration response) {
    return new SmppLink(
        link.id(),
        link.smsc(),
        link.account(),
        link.bind(),
        link.window(),
        link.rate(),
        link.carries(),
        link.ussd(),
        link.text(),
        link.tls(),
        new SmppLink.Timers(
            enquire,
            response,
            Duration.ofMillis(10),
            Duration.ofMillis(50),
            Duration.ofMillis(50),
            Duration.ofMillis(5),
            Duration.ofSeconds(5)),
        link.limits(),
        link.cell());
  }

  CompletableFuture<Sent> sms(String text) {
    return channel.send(outbound(Outbound.Kind.MESSAGE, text, null));
  }

  CompletableFuture<Sent> screen(@Nullable String dialogue, String text) {
    return channel.send(outbound(Outbound.Kind.SCREEN, text, dialogue));
  }

  CompletableFuture<Sent> last(@Nullable String dialogue, String text) {
    return channel.send(outbound(Outbound.Kind.LAST_SCREEN, text, dialogue));
  }

  private static Outbound outbound(Outbound.Kind kind, String text, @Nullable String dialogue) {
    return new Outbound("o1", kind, Address.of(new Msisdn(Bodies.PERSON)), "2121", text, dialogue);
  }

  /** Until the bind response has been read: asked of the channel's own loop, over and over. */
  void awaitUp() throws Exception {
    for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20); !channel.up(); ) {
      stats();
      if (System.nanoTime() > end) {
        throw new AssertionError("never bound");
      }
    }
  }

  LinkStats stats() {
    return channel.stats().join();
  }

  static Sent outcome(CompletableFuture<Sent> sent) throws Exception {
    return sent.get(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() throws IOException {
    peer.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
