package ma.jisr.bench;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import ma.jisr.gateway.channel.Channel;
import ma.jisr.gateway.channel.Outbound;
import ma.jisr.gateway.channel.Receiver;
import ma.jisr.gateway.channel.Sent;
import ma.jisr.gateway.channel.Taken;
import org.jspecify.annotations.Nullable;

/**
 * A link that takes everything at once, says so, and names it as an SMSC does: numbers that count
 * up.
 */
final class ScaleChannel implements Channel {
  private @Nullable Receiver receiver;

  private final AtomicLong names = new AtomicLong(System.currentTimeMillis() * 1_000);

  @Override
  public String link() {
    return "rig";
  }

  @Override
  public CompletableFuture<Void> start(Receiver receiver) {
    this.receiver = receiver;
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Sent> send(Outbound outbound) {
    String name = Long.toHexString(names.incrementAndGet());
    if (receiver != null)
      receiver.taken(new Taken("rig", "rig", outbound, 1, 1, name, Instant.now()));
    return CompletableFuture.completedFuture(new Sent.Taken(List.of(name)));
  }

  @Override
  public boolean up() {
    return true;
  }

  @Override
  public CompletableFuture<Void> drain() {
    return CompletableFuture.completedFuture(null);
  }
}
