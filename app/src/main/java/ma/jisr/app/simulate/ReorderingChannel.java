package ma.jisr.app.simulate;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import ma.jisr.base.Loop;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;

/** Planted: a link that tries again by itself and meanwhile lets the next text go. */
final class ReorderingChannel implements Channel {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final Channel link;
  private final Loop loop;

  ReorderingChannel(Channel link, Loop loop) {
    this.link = link;
    this.loop = loop;
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    return link.send(outbound).thenApply(sent -> after(outbound, sent));
  }

  private Sent after(Outbound outbound, Sent sent) {
    if (!(sent instanceof Sent.Later) || outbound.kind() != Outbound.Kind.MESSAGE) return sent;
    Loop.Cancel unused =
        loop.after(
            PAUSE,
            () -> {
              var unusedAgain = send(outbound);
            });
    return new Sent.Taken(List.of());
  }

  @Override
  public String link() {
    return link.link();
  }

  @Override
  public CompletableFuture<Void> start(Receiver receiver) {
    return link.start(receiver);
  }

  @Override
  public boolean up() {
    return link.up();
  }

  @Override
  public CompletableFuture<Void> drain() {
    return link.drain();
  }
}
