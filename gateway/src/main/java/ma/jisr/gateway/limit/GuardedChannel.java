package ma.jisr.gateway.limit;

import java.util.concurrent.CompletableFuture;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;

/**
 * A channel that sends messages to allowed destinations only, whoever asks. Screens go: they are
 * answers on the dialogue's own path.
 */
public final class GuardedChannel implements Channel {
  /** What the refusal says. */
  public static final String REASON = "destination";

  private final Channel channel;
  private final Destinations destinations;

  public GuardedChannel(Channel channel, Destinations destinations) {
    this.channel = channel;
    this.destinations = destinations;
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    if (outbound.kind() == Outbound.Kind.MESSAGE && !destinations.allow(outbound.to()))
      return CompletableFuture.completedFuture(new Sent.Refused(REASON));
    return channel.send(outbound);
  }

  @Override
  public String link() {
    return channel.link();
  }

  @Override
  public CompletableFuture<Void> start(Receiver receiver) {
    return channel.start(receiver);
  }

  @Override
  public boolean up() {
    return channel.up();
  }

  @Override
  public String state() {
    return channel.state();
  }

  @Override
  public CompletableFuture<Void> drain() {
    return channel.drain();
  }
}
